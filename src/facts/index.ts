import type {HistoryAnswers, HistoryQuestions, Question, World} from '../workspace/index.js'
import {approval} from './approval/index.js'
import {counts} from './counts.js'
import {deprecated} from './deprecated.js'
import {exceptions} from './exceptions.js'
import {blocks, end} from './extent.js'
import {fences} from './fences/index.js'
import {identifiers} from './identifiers/index.js'
import {indexes} from './indexes.js'
import {ledger} from './ledger/index.js'
import {marks} from './marks.js'
import {metadata, metadataPosition, metadataProblem} from './metadata/index.js'
import {outline} from './outline.js'
import {planned} from './planned.js'
import {
  type Collected,
  collectWith,
  historyQuestionsOf as historyQuestionsOfCollected,
  questionsOf as questionsOfCollected,
  resolveWith,
  type SyntaxFacts,
  type WorldFacts,
} from './reading/collect.js'
import type {Source} from './reading/document.js'
import {references} from './references.js'
import {research} from './research-use.js'
import {residue} from './residue.js'
import {sections} from './sections.js'
import {sources} from './sources/index.js'
import {supersession} from './supersession.js'
import {tableLookalikes} from './table-lookalikes.js'
import {tables} from './tables.js'
import {template, templateMarks} from './template-mark.js'
import {position, title, titles} from './titles.js'
import type {Facts} from './types.js'
import {unset} from './unset.js'

export type {Folders} from './context.js'
export type {Collected} from './reading/collect.js'
export type {Source} from './reading/document.js'

import {holdsIndex} from './reading/list-markers.js'

export type * from './types.js'

/** The facts of a document by the names that they have in schema/facts.schema.json: one file, one line. */
export const syntaxFacts: SyntaxFacts = {
  template,
  templateMarks,
  blocks,
  position,
  end,
  title,
  titles,
  metadata,
  metadataPosition,
  metadataProblem,
  outline,
  counts,
  deprecated,
  fences,
  tables,
  tableLookalikes,
  references,
  residue,
  marks,
  identifiers,
  exceptions,
  unset,
}

/** Facts that need the world: the citations, resolved, and what history says. */
export const worldFacts: WorldFacts = {
  sections,
  sources,
  supersession,
  approval,
  ledger,
  planned,
  research,
  indexes,
}

/**
 * What the text of a document tells. Pure: what must be known of the world besides is asked by `questionsOf` and then
 * `historyQuestionsOf`, and brought in with `resolve`.
 *
 * @param text The whole document, a byte order mark included.
 * @throws LimitError where it is too large or nests too deep; ask `checkLimits` before, where an answer is better.
 * @example
 * const collected = collect(text, {path: 'specs/a.md', kind: {name: 'rfc', template}, folders})
 * const world = await workspace.look(questionsOf(collected))
 * const asked = historyQuestionsOf(collected, world)
 * const facts = resolve(collected, world, asked && (await workspace.history(asked)))
 */
export function collect(text: string, source: Source): Collected {
  return collectWith(syntaxFacts, text, source)
}

/** What must be known of the world before the facts are whole. */
export function questionsOf(collected: Collected): Question[] {
  return questionsOfCollected(collected)
}

/** Whether the world's list of all specs must be known, too. */
export function needsList({document}: Collected): boolean {
  return holdsIndex(document)
}

/** What must be known of the repository's history besides; undefined where nothing must. */
export function historyQuestionsOf(collected: Collected, world: World): HistoryQuestions | undefined {
  return historyQuestionsOfCollected(collected, world)
}

/**
 * The facts of a document, whole. May be called again when the world has changed; without a world nothing is said of what
 * exists in it, and without a history nothing of source code.
 */
export function resolve(collected: Collected, world: World = NOTHING_KNOWN, history?: HistoryAnswers): Facts {
  return resolveWith(worldFacts, collected, world, history)
}

const NOTHING_KNOWN: World = {specs: [], research: [], entries: new Map()}
