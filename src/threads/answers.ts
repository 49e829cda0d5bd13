import {type Apart, type Finding, listedIn, notChecked, whyNotChecked} from '../lint/index.js'
import type {HistoryAnswers, HistoryQuestions, Question, World} from '../workspace/index.js'
import type {Asked, Asking, Done, WorldMessage} from './messages.js'
import type {Sent} from './shared.js'

type Handlers = {[A in Asked]: (...asked: Asking[A]['asked']) => Promise<Asking[A]['answer']>}

/** Answers what is asked for one document, and tells what became of it. */
export interface Answers {
  /** @throws what the workspace throws, which is told as the reason in the end */
  answer(what: Asked, asked: readonly unknown[]): Promise<unknown>
  found(done: Done): Finding
}

/** The answers of the workspace of a document. */
export function answersFor({subject}: Apart, sent: Sent): Answers {
  const {workspace, path, kind, text, limits, known} = subject
  let looked: {questions: readonly Question[]; world: World} | undefined
  let recalled: {questions: HistoryQuestions; answers: HistoryAnswers} | undefined
  let failure: {error: unknown} | undefined

  const handlers: Handlers = {
    look: async (questions, options) => {
      const world = await workspace.look(questions, options)
      looked = {questions, world}
      return messageOf(world, sent)
    },
    history: async asked => {
      const questions = {...asked, text}
      const answers = await workspace.history(questions)
      recalled = {questions, answers}
      return answers
    },
    read: path => workspace.read(path),
    get: name => workspace.store.get(name),
    put: (name, content) => workspace.store.put(name, content),
    listed: () => listedIn(workspace, {limits, known}),
  }
  return {
    answer: async (what, asked) => {
      try {
        return await (handlers[what] as (...all: unknown[]) => Promise<unknown>)(...asked)
      } catch (error) {
        failure = {error}
        throw error
      }
    },
    found: ({asks, judged, listed}) => {
      if (failure) return {judged: notChecked(path, kind.name, whyNotChecked(failure.error, workspace))}
      const asked = asks && looked && {...looked, ...(recalled && {history: recalled})}
      return {judged, ...(listed && {listed}), ...(asked && {asked})}
    },
  }
}

function messageOf({specs, research, surroundings, ...world}: World, sent: Sent): WorldMessage {
  return {
    ...world,
    specs: sent.share(specs),
    research: sent.share(research),
    surroundings: surroundings && sent.share(surroundings),
  }
}
