import type {Lines} from '../markdown/index.js'
import type {Position, SectionPath} from './types.js'

/** Folders of the workspace's specs and research, relative to the root, with "/". */
export interface Folders {
  specs: readonly string[]
  research: readonly string[]
}

/** What a fact must know of the document beside its tree and its text. */
export interface Context {
  /** The document, relative to the root, with "/". */
  path: string
  folders: Folders
  lines: Lines
  /** Path of the innermost section in which an offset lies; undefined before the first one. Fast: may be asked per node. */
  sectionAt(offset: number): SectionPath | undefined
  /** The metadata's row of research, where the template claims one. */
  researchRow?: () => {position: Position} | undefined
}
