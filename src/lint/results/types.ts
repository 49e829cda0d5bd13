import type {Listed} from '../../listing/index.js'
import type {HistoryAnswers, HistoryQuestions, Question, World} from '../../workspace/index.js'
import type {Judged} from '../lint.js'
import type {Subject} from '../read-facts.js'

/** What was asked of the world for one document, and what it said. */
export interface Asked {
  questions: readonly Question[]
  world: World
  history?: {questions: HistoryQuestions; answers: HistoryAnswers}
}

/** What became of a document, as it is kept: by its digests that of the world, and of history. */
export interface KeptResult {
  /** Of the document and of all that it is held to. */
  key: string
  questions: readonly Question[]
  world: string
  history?: {questions: Omit<HistoryQuestions, 'text'>; answers: string}
  /** Its facts are not kept: they are large. */
  judged: Omit<Judged, 'facts' | 'unjudged'> & {
    unjudged: {rules: readonly string[]; places: Judged['unjudged']['places']}
  }
  listed: Listed
}

/** What was found of a document, anew or before. */
export interface Found {
  judged: Judged
  listed?: Listed
}

/** What was found anew, with what was asked of the world for it. */
export type Finding = Found & {asked?: Asked}

/** What a run finds of documents, and what runs before it have found. */
export interface Results {
  /** What is found of a document: taken over where neither it nor what the world says of it has changed. */
  of(subject: Subject, find: () => Promise<Finding>): Promise<Found>
  /**
   * Keeps all for the next run. `isWhole`: what this run has not asked for is not there any more.
   *
   * @returns why it cannot; undefined where it can, or has nothing new
   */
  keep(isWhole: boolean): Promise<string | undefined>
}
