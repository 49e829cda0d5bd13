import type {ChildProcessWithoutNullStreams} from 'node:child_process'
import type {Socket} from 'node:net'
import {noteMore} from '../trace/index.js'
import type {Invocation} from './invocation.js'

/** Reads one answer from what a process puts out. */
export interface Listener<T> {
  /** Takes what has come. Done: the answer, and what follows it. */
  take(chunk: Buffer): {answer: T; rest: Buffer} | undefined
}

/** A git process that is asked again and again. */
export interface Dialogue {
  /** Undefined: the process ended over the question, or took too long, or cannot be started any more. */
  ask<T>(question: string, listener: Listener<T>): Promise<T | undefined>
  /** Whether it ended too often to be asked again. */
  readonly exhausted: boolean
  close(): Promise<void>
}

interface Pending {
  question: string
  listener: Listener<unknown>
  settle(answer: unknown): void
}

// The first start, and two more: what ends it thrice is no accident.
const MOST_STARTS = 3

/**
 * Keeps a git process and asks it, question after question, without waiting for answers in between. One that ends, or is late,
 * is started anew; the question that it was at has no answer. While nothing is asked it keeps no program alive.
 */
export function dialogueWith(invocation: Invocation, args: readonly string[], timeout: number): Dialogue {
  const queue: Pending[] = []
  let child: ChildProcessWithoutNullStreams | undefined
  let failures = 0
  let timer: NodeJS.Timeout | undefined

  const hold = (process: ChildProcessWithoutNullStreams, busy: boolean) => {
    for (const part of [process, process.stdin as Socket, process.stdout as Socket, process.stderr as Socket])
      busy ? part.ref() : part.unref()
  }
  const watch = () => {
    clearTimeout(timer)
    if (child) hold(child, queue.length > 0)
    if (queue.length > 0) timer = setTimeout(() => child?.kill('SIGKILL'), timeout)
  }
  const hear = (chunk: Buffer) => {
    for (let rest = chunk; rest.length > 0; ) {
      const [first] = queue
      const heard = first?.listener.take(rest)
      if (!first || !heard) break
      queue.shift()
      first.settle(heard.answer)
      rest = heard.rest
    }
    watch()
  }
  const ended = () => {
    child = undefined
    failures++
    noteMore()
    queue.shift()?.settle(undefined)
    if (failures >= MOST_STARTS) for (const {settle} of queue.splice(0)) settle(undefined)
    watch()
    if (queue.length > 0) start()
  }
  const start = () => {
    const {spawn} = process.getBuiltinModule('node:child_process')
    const started = spawn('git', invocation.arguments(args), {...invocation.options, stdio: 'pipe'})
    // Where no file handle is free for its streams there are none, and no process.
    if (started.stdin === undefined) {
      started.on('error', () => undefined)
      return ended()
    }
    child = started
    let over = false
    const end = () => {
      if (over || child !== started) return
      over = true
      ended()
    }
    started.on('error', end).on('close', end)
    started.stdin.on('error', () => undefined)
    started.stderr.resume()
    started.stdout.on('data', hear)
    for (const {question} of queue) started.stdin.write(question)
    watch()
  }

  return {
    get exhausted() {
      return failures >= MOST_STARTS
    },
    ask: (question, listener) =>
      new Promise(resolve => {
        if (failures >= MOST_STARTS) return resolve(undefined)
        queue.push({question, listener: listener as Listener<unknown>, settle: resolve as Pending['settle']})
        if (!child) return start()
        child.stdin.write(question)
        if (queue.length === 1) watch()
      }),
    close: () =>
      new Promise(resolve => {
        const process = child
        child = undefined
        clearTimeout(timer)
        for (const {settle} of queue.splice(0)) settle(undefined)
        if (!process || process.exitCode !== null || process.signalCode !== null) return resolve()
        hold(process, true)
        process.once('close', () => resolve())
        process.stdout.removeAllListeners('data').resume()
        process.kill('SIGKILL')
      }),
  }
}
