import {collectCitations, questionsOfCitations, resolveCitations} from '../../src/facts/citations/index.js'
import {collectReferences} from '../../src/facts/references.js'
import type {Citation, Reference} from '../../src/facts/types.js'
import {linesOf, parse} from '../../src/markdown/index.js'
import {openWorkspace, type Workspace} from '../../src/workspace/index.js'
import {folder} from './folders.js'

/** Citations and labels of a text that stands, or would stand, at a path of a workspace. */
export async function citationsIn(
  workspace: Workspace,
  path: string,
  text: string,
): Promise<{citations: Citation[]; references: Reference[]}> {
  const context = {path, folders: workspace.settings, lines: linesOf(text), sectionAt: () => undefined}
  const tree = parse(text)
  const drafts = collectCitations(tree, text, context)
  const world = await workspace.look(questionsOfCitations(drafts, context))
  return {citations: resolveCitations(drafts, world, context), references: collectReferences(tree, text, context)}
}

/** The same for `specs/a.md` of a workspace that holds these files. */
export async function cite(
  text: string,
  files: Record<string, string> = {},
  path = 'specs/a.md',
): Promise<{citations: Citation[]; references: Reference[]}> {
  const root = folder(files)
  return citationsIn(await openWorkspace({root, cwd: root}), path, text)
}

/** What the text has at a position. */
export function textAt(text: string, position: {start: {offset: number}; end: {offset: number}} | undefined): string {
  return position === undefined ? '' : text.slice(position.start.offset, position.end.offset)
}
