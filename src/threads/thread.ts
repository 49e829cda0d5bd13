import {MessageChannel, receiveMessageOnPort, Worker} from 'node:worker_threads'
import type {Answers} from './answers.js'
import type {Done, FromThread, Job, ToThread} from './messages.js'
import {Sent} from './shared.js'
import {work} from './work.js'

/** What one document may take. */
export interface Allowance {
  /** Seconds of work on it; those in which the workspace answers, or the processor is busy with something else, do not count. */
  seconds: number
  /** Memory, in MiB. */
  mebibytes: number
}

/** What came of a document: `late` and `memory` where it took more than it may, `dead` where its thread has ended over it. */
export type Outcome =
  | {type: 'done'; done: Done}
  | {type: 'late'}
  | {type: 'memory'}
  | {type: 'dead'; error: unknown}
  /** The thread has not even begun. */
  | {type: 'unbegun'; error: unknown}

export interface Thread {
  readonly sent: Sent
  /** Whether it can be given another document. */
  isAlive(): boolean
  run(job: Job, answers: Answers): Promise<Outcome>
  close(): Promise<void>
}

interface Running {
  answers: Answers
  settle(outcome: Outcome): void
}

// In MiB, as the main thread's is on most systems: the native engine calls itself for what nests, and a stack too small ends the process.
const STACK = 8
// What a document leaves behind goes soon: with as much room as V8 gives it a thread takes 30 MiB more, and is no faster.
const YOUNG = 12
// For what hangs, not for what is slow.
const PATIENCE = {start: 30_000, end: 2000}
const SLEEP = 6
const SHORTEST = 20

/**
 * Starts a thread. While it has no document it keeps no program alive. `patience`: milliseconds that it may take to begin, and to end.
 */
export function startThread(entry: URL, {seconds, mebibytes}: Allowance, patience = PATIENCE): Thread {
  const {port1: port, port2: theirs} = new MessageChannel()
  const worker = new Worker(entry, {
    workerData: {port: theirs, startedWith: process.execArgv},
    transferList: [theirs],
    argv: [],
    execArgv: [],
    resourceLimits: {maxOldGenerationSizeMb: mebibytes, maxYoungGenerationSizeMb: YOUNG, stackSizeMb: STACK},
  })
  let running: Running | undefined
  let hasBegun = false
  let isOver = false
  let timer: NodeJS.Timeout | undefined

  // What cannot go over ends the thread: what it was told of by number may be lacking with it.
  const post = (message: ToThread): void => {
    try {
      port.postMessage(message)
    } catch (error) {
      end({type: 'dead', error})
    }
  }
  const hold = (isBusy: boolean): void => {
    for (const part of [worker, port]) isBusy ? part.ref() : part.unref()
  }
  const settle = (outcome: Outcome): void => {
    clearTimeout(timer)
    const {settle: tell} = running ?? {}
    running = undefined
    if (!isOver) hold(false)
    tell?.(outcome)
  }
  const end = (outcome: Outcome): void => {
    if (isOver) return
    isOver = true
    port.close()
    void worker.terminate()
    settle(outcome)
  }
  // Ends it when so much was worked, or so many times as long has gone by: what sleeps works nothing.
  const watch = (milliseconds: number): void => {
    const {done} = work()
    const latest = performance.now() + SLEEP * milliseconds
    const look = (): void => {
      // What it has said already, while this thread was busy, counts.
      const told = receiveMessageOnPort(port)
      const left = milliseconds - done()
      if (told) hear(told.message)
      else if (left <= 0 || performance.now() >= latest)
        end(hasBegun ? {type: 'late'} : {type: 'unbegun', error: 'it did not begin in time'})
      else timer = setTimeout(look, Math.max(left, SHORTEST))
    }
    clearTimeout(timer)
    timer = setTimeout(look, milliseconds)
  }
  const answer = async (message: Extract<FromThread, {type: 'ask'}>): Promise<void> => {
    clearTimeout(timer)
    const asking = running
    const left = 1000 * seconds - message.worked
    if (left <= 0) return end({type: 'late'})
    const reply = await asking?.answers.answer(message.what, message.asked).then(
      (value): ToThread => ({type: 'answer', answer: value}),
      (): ToThread => ({type: 'failed'}),
    )
    if (isOver || running !== asking || reply === undefined) return
    post(reply)
    if (!isOver) watch(left)
  }
  const hear = (message: FromThread): void => {
    if (message.type === 'ready') {
      hasBegun = true
      if (running) watch(1000 * seconds)
    } else if (message.type === 'done') settle({type: 'done', done: message.done})
    else void answer(message)
  }
  port.on('message', hear)
  port.on('messageerror', error => end({type: 'dead', error}))
  worker.on('error', (error: Error & {code?: string}) => {
    if (!hasBegun) end({type: 'unbegun', error})
    else end(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? {type: 'memory'} : {type: 'dead', error})
  })
  worker.on('exit', code => end({type: hasBegun ? 'dead' : 'unbegun', error: `it ended with ${code}`}))
  hold(false)

  return {
    sent: new Sent(),
    isAlive: () => !isOver,
    run: (job, answers) =>
      new Promise(resolve => {
        if (isOver) return resolve({type: 'unbegun', error: 'it had ended'})
        running = {answers, settle: resolve}
        hold(true)
        post({type: 'job', job})
        if (!isOver) watch(hasBegun ? 1000 * seconds : patience.start)
      }),
    close: async () => {
      if (running || !hasBegun) return end({type: 'dead', error: 'it was ended'})
      if (isOver) return
      isOver = true
      post({type: 'end'})
      worker.ref()
      await new Promise<void>(resolve => {
        const late = setTimeout(() => void worker.terminate(), patience.end)
        worker.once('exit', () => {
          clearTimeout(late)
          resolve()
        })
      })
      port.close()
    },
  }
}
