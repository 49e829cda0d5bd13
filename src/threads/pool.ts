import {type Apart, type Finding, notChecked, whyNotChecked} from '../lint/index.js'
import {reasonOf} from '../text/index.js'
import {answersFor} from './answers.js'
import {jobOf} from './job.js'
import {type Allowance, type Outcome, startThread, type Thread} from './thread.js'

/** What one document may take, and what raises each of the limits, in words. */
export interface PoolAllowance extends Allowance {
  raisedBy: Readonly<Record<keyof Allowance, string>>
}

export interface Pool {
  /** What became of a document; undefined where no thread can be had. */
  check(apart: Apart): Promise<Finding | undefined>
  /** Why no thread could be had for a document, in words. */
  lacking(): string | undefined
  close(): Promise<void>
}

// One that has ended while it rested is no reason to do without.
const TRIES = 2

/** Threads that check documents, at most `count` of them, each started when there is work for it. */
export function poolOf(entry: URL, count: number, allowance: PoolAllowance): Pool {
  const threads = new Set<Thread>()
  const idle: Thread[] = []
  const waiting: ((thread: Thread | undefined) => void)[] = []
  // That no thread can be had here at all; of one that has ended before its turn the next tells more.
  let isBroken = false
  let hasBegun = false
  let isClosed = false
  let lacking: string | undefined

  const rested = (): Thread | undefined => {
    for (let thread = idle.pop(); thread; thread = idle.pop()) {
      if (thread.isAlive()) return thread
      threads.delete(thread)
    }
    return undefined
  }
  const started = (): Thread | undefined => {
    try {
      return startThread(entry, allowance)
    } catch (error) {
      // Node may have been told to start none.
      isBroken = true
      lacking = reasonOf(error)
      return undefined
    }
  }
  const taken = async (): Promise<Thread | undefined> => {
    if (isBroken) return undefined
    const thread = rested() ?? (threads.size < count ? started() : undefined)
    if (isBroken) return undefined
    if (!thread) return new Promise(resolve => waiting.push(resolve))
    threads.add(thread)
    return thread
  }
  const give = (thread: Thread): void => {
    if (!thread.isAlive()) threads.delete(thread)
    const next = waiting.shift()
    if (next === undefined) {
      if (thread.isAlive()) idle.push(thread)
    } else if (isBroken) {
      next(undefined)
      give(thread)
    } else if (thread.isAlive()) next(thread)
    // In place of the one that has ended.
    else void taken().then(next)
  }
  return {
    check: async apart => {
      const {path, kind} = apart.subject
      let last: unknown
      for (let tries = 0; tries < TRIES; tries++) {
        const thread = await taken()
        if (isClosed) return {judged: notChecked(path, kind.name, 'the run was ended')}
        if (thread === undefined) return undefined
        const answers = answersFor(apart, thread.sent)
        const outcome = await thread.run(jobOf(apart, thread.sent), answers).finally(() => give(thread))
        if (outcome.type === 'done') hasBegun = true
        if (outcome.type === 'done') return answers.found(outcome.done)
        if (outcome.type !== 'unbegun') return {judged: notChecked(path, kind.name, reasonFor(outcome, allowance))}
        last = outcome.error
      }
      // Where threads have begun before, it is this one document that is checked without.
      if (!hasBegun) {
        isBroken = true
        lacking = reasonOf(last)
      }
      return undefined
    },
    lacking: () => lacking,
    close: async () => {
      isBroken = true
      isClosed = true
      for (const next of waiting.splice(0)) next(undefined)
      await Promise.all([...threads].map(thread => thread.close()))
    },
  }
}

// What a user can do about it stands beside what has happened.
function reasonFor(
  outcome: Exclude<Outcome, {type: 'done' | 'unbegun'}>,
  {seconds, mebibytes, raisedBy}: PoolAllowance,
): string {
  if (outcome.type === 'late') return `checking it took longer than ${seconds} s (${raisedBy.seconds} raises it)`
  if (outcome.type === 'memory')
    return `checking it took more than ${mebibytes} MiB of memory (${raisedBy.mebibytes} raises it)`
  return whyNotChecked(outcome.error, undefined)
}
