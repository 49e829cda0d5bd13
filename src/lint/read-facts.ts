import {collect, type Facts, historyQuestionsOf, needsList, questionsOf, resolve} from '../facts/index.js'
import type {Listed} from '../listing/index.js'
import type {Limits} from '../markdown/index.js'
import type {Question, Workspace, World} from '../workspace/index.js'
import {listedIn} from './listed-in.js'
import type {Asked} from './results/types.js'
import {skippedOf} from './skipped.js'
import type {FileReport, Kind, Severities} from './types.js'

/** A document that is to be read. */
export interface Subject {
  text: string
  path: string
  kind: Kind
  workspace: Workspace | undefined
  limits: Limits | undefined
  severities?: Severities | undefined
  /** What is known already of the specs of the workspace, by path: of a run that has read them. */
  known?: ReadonlyMap<string, Listed> | undefined
  /** What a list tells of all specs, where another thread knows it. */
  listed?: () => Promise<Required<Pick<World, 'kinds' | 'listed'>>>
}

// Where there is no workspace, as in one whose settings say nothing.
const FOLDERS = {specs: ['specs'], research: ['research']}
// A world that was not looked at: what is not answered counts as not asked.
const NOTHING: World = {specs: [], research: [], entries: new Map()}

/** The facts of a document, and what could not be asked. */
export interface ReadFacts {
  facts: Facts
  skipped: FileReport['skipped']
  /** What was asked of the world, and told; absent where the answer is not of the world alone. */
  asked?: Asked
}

/**
 * The facts of a document, and what could not be asked.
 * @throws LimitError where the text is too large or too deep.
 */
export async function readFacts(subject: Subject): Promise<ReadFacts> {
  const {text, path, kind, workspace, limits} = subject
  const folders = workspace?.settings ?? FOLDERS
  const collected = collect(text, {path, kind, folders, ...(limits ? {limits} : {})})
  if (!workspace) {
    const skipped = [{check: 'citations', reason: 'no workspace was given to look files up in'}]
    return {facts: resolve(collected, NOTHING), skipped}
  }
  const questions = questionsOf(collected)
  const seen = await lookFor(kind, questions, workspace)
  const isListing = needsList(collected)
  const {known, listed = () => listedIn(workspace, {limits, known})} = subject
  const world = isListing ? {...seen, ...(await listed())} : seen
  const asked = historyQuestionsOf(collected, world)
  const history = asked && (await workspace.history(asked))
  const facts = resolve(collected, world, history)
  const told = {facts, skipped: skippedOf(facts, history?.gaps ?? [])}
  if (isListing) return told
  return {...told, asked: {questions, world, ...(asked && history && {history: {questions: asked, answers: history}})}}
}

/** What the world answers to the questions of a document of a kind. */
export function lookFor(kind: Kind, questions: readonly Question[], workspace: Workspace): Promise<World> {
  // Of research nobody asks what other documents say of the same matter.
  return workspace.look(questions, {surroundings: kind.template !== undefined})
}
