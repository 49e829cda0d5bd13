import type {Listed} from '../listing/index.js'
import type {AskedQuestion, ResearchAbout} from '../research/index.js'

/** What the collector must know of a path: plain questions, answered in one go. */
export interface Question {
  /** Relative to the root, with "/", already normalised; may lead nowhere. */
  path: string
  /** Whether the number of its lines matters. */
  lines?: boolean
  /** Whether its anchors matter (Markdown only). */
  anchors?: boolean
  /** Whether its headings matter (Markdown only): what "Section 4.1" names. */
  headings?: boolean
  /** Whether its text matters: what a quotation is held against. */
  text?: boolean
  /** Whether its beginning matters (Markdown only), up to the first heading of level 2: what it says of itself. */
  head?: boolean
  /** Whether the source code that it names matters (research only): how much of it has changed. */
  code?: boolean
  /** Whether its questions matter (research only): what a spec made from it has to answer. */
  questions?: boolean
  /** Whether others can see it matters: whether git ignores it. */
  shared?: boolean
  /** Whether its lines and anchors matter where it is a spec or research of another workspace. */
  abroad?: boolean
}

export type Entry =
  | {
      type: 'file'
      lines?: number
      anchors?: readonly string[]
      headings?: readonly CitedHeading[]
      text?: string
      head?: string
      questions?: readonly AskedQuestion[]
      code?: readonly string[]
      /** Why others cannot see it: git ignores it. */
      private?: 'ignored'
      /** What it is in the workspace that it belongs to, where that is another one. */
      folder?: Foreign
    }
  | {type: 'folder'; private?: 'ignored'}
  /**
   * Nothing there, case-exactly. `private`: nor would it be seen if it were, in another clone; `not-here`: the config says of its
   * folder that a clone may lack it, and this one does. `folder`: what a document of this path would be in another workspace.
   */
  | {type: 'missing'; private?: 'ignored' | 'link' | 'not-here'; folder?: Foreign}
  /** Leaves the workspace, by its letters or, `private`, through a link. */
  /** `inRepository`: outside the root by its letters, and in the repository that the root lies in. */
  | {type: 'outside'; private?: 'link'; inRepository?: true}
  /** A folder on the way cannot be listed, so nothing can be said of what is in it. */
  | {type: 'unreadable'}

/** What a document of another workspace is there. */
export type Foreign = 'research' | 'spec'

/** A heading of a cited document. */
export interface CitedHeading {
  level: number
  /** Its whole text. */
  text: string
  line: number
}

/** What the documents in the workspace's folders say of themselves. Those that cannot be read are left out. */
export interface Surroundings {
  /** Every research document, sorted by path, as its beginning tells. */
  research: readonly ResearchAbout[]
  /** The beginning of every spec, up to its first heading of level 2, by path. */
  specs: ReadonlyMap<string, string>
}

/** What the world says, as plain data. */
export interface World {
  /** Every Markdown file in the folders of specs, sorted by code units. One list as long as nothing changed, as is the next. */
  specs: readonly string[]
  /** Every Markdown file in the folders of research (dot-folders skipped), sorted. */
  research: readonly string[]
  /** Folders of research that the config marks as ones that a clone may lack, and that are not here; absent where there are none. */
  notHere?: readonly string[]
  /** Answers by path. */
  entries: ReadonlyMap<string, Entry>
  /** What the documents around say of themselves; absent where that was not asked for. One object as long as nothing changed. */
  surroundings?: Surroundings
  /** What a list tells of every spec; absent where that was not asked for. */
  listed?: readonly Listed[]
  /** Names of the kinds that there are, whether a document is of them or not; with `listed`. */
  kinds?: readonly string[]
}
