import {collect, historyQuestionsOf, questionsOf, resolve} from '../../src/facts/index.js'
import type {Citation, Reference} from '../../src/facts/types.js'
import {openWorkspace, type Workspace} from '../../src/workspace/index.js'
import {sharedRepository} from './shared.js'

/** Citations and labels of a text that stands, or would stand, at a path of a workspace. */
export async function citationsIn(
  workspace: Workspace,
  path: string,
  text: string,
): Promise<{citations: Citation[]; references: Reference[]}> {
  const collected = collect(text, {path, kind: {name: 'test'}, folders: workspace.settings})
  const world = await workspace.look(questionsOf(collected))
  const asked = historyQuestionsOf(collected, world)
  const facts = resolve(collected, world, asked && (await workspace.history(asked)))
  await workspace.close()
  return {citations: facts.citations, references: facts.references}
}

/** The same for `specs/a.md` of a workspace that holds these files. */
export async function cite(
  text: string,
  files: Record<string, string> = {},
  path = 'specs/a.md',
): Promise<{citations: Citation[]; references: Reference[]}> {
  const root = sharedRepository(files)
  return citationsIn(await openWorkspace({root, cwd: root}), path, text)
}

/** What the text has at a position. */
export function textAt(text: string, position: {start: {offset: number}; end: {offset: number}} | undefined): string {
  return position === undefined ? '' : text.slice(position.start.offset, position.end.offset)
}
