import type {Facts} from '../facts/index.js'
import type {Found, SchemaText, Severities} from '../lint/index.js'
import type {Listed} from '../listing/index.js'
import type {EngineName} from '../markdown/engines/names.js'
import type {Limits} from '../markdown/index.js'
import type {HistoryAnswers, HistoryQuestions, Question, Reading, Settings, World} from '../workspace/index.js'
import type {Shared} from './shared.js'

/** What a thread must know of the workspace of a document. */
export interface Place {
  root: string
  cwd: string
  staged: boolean
  today: string
  settings: Shared<Settings>
}

/** A document that a thread is to check. */
export interface Job {
  text: string
  path: string
  /** The name of its kind. */
  kind: string
  schema: Shared<SchemaText> | undefined
  limits: Limits | undefined
  severities: Shared<Severities> | undefined
  engine: EngineName | undefined
  facts: boolean
  place: Place
}

/** What a thread asks of the one workspace, each by its arguments and its answer. */
export interface Asking {
  look: {asked: [readonly Question[], {surroundings: boolean}]; answer: WorldMessage}
  history: {asked: [Omit<HistoryQuestions, 'text'>]; answer: HistoryAnswers}
  read: {asked: [string]; answer: Reading}
  get: {asked: [string]; answer: string | undefined}
  put: {asked: [string, string]; answer: string | undefined}
  listed: {asked: []; answer: Required<Pick<World, 'kinds' | 'listed'>>}
}
export type Asked = keyof Asking

/** What the world says: what is the same for all documents goes over once. */
export type WorldMessage = Omit<World, 'specs' | 'research' | 'surroundings'> & {
  specs: Shared<World['specs']>
  research: Shared<World['research']>
  surroundings: Shared<NonNullable<World['surroundings']>> | undefined
}

export type ToThread =
  | {type: 'job'; job: Job}
  | {type: 'answer'; answer: unknown}
  /** The world has failed, and the main thread knows how. */
  | {type: 'failed'}
  /** Nothing more comes. */
  | {type: 'end'}

/** What became of a document, as it goes over. `asks`: whether what it asked of the world is all that it hangs on. */
export interface Done {
  judged: Omit<Found['judged'], 'facts'> & {facts?: Facts}
  listed?: Listed
  asks: boolean
}

/** `worked`: milliseconds that were worked on the document so far, without those in which answers were awaited. */
export type FromThread =
  | {type: 'ready'}
  | {[A in Asked]: {type: 'ask'; what: A; asked: Asking[A]['asked']; worked: number}}[Asked]
  | {type: 'done'; done: Done}
