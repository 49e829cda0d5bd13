import {createRequire} from 'node:module'
import type * as Readline from 'node:readline'

// Loaded with the first question, for most commands ask none; at once, for a terminal may send its answers before it is there.
const require = createRequire(import.meta.url)

/** The parts of a terminal that questions need. */
export interface Terminal {
  stdin: NodeJS.ReadableStream
  stderr: NodeJS.WritableStream
}

/**
 * Asks one question at a time; undefined once the input has ended. Lines that are typed, or pasted, ahead are kept for the
 * next question. Between questions nothing is read, so that a program that asks no more can end.
 */
export function asker({stdin, stderr}: Terminal): (question: string) => Promise<string | undefined> {
  let lines: Lines | undefined
  return question => {
    lines ??= linesOf((require('node:readline') as typeof Readline).createInterface({input: stdin, output: stderr}))
    return lines.next(question)
  }
}

interface Lines {
  next(question: string): Promise<string | undefined>
}

function linesOf(reader: Readline.Interface): Lines {
  const ahead: string[] = []
  let waiting: ((line: string | undefined) => void) | undefined
  let ended = false
  reader.on('line', line => {
    if (!waiting) return void ahead.push(line)
    reader.pause()
    waiting(line)
    waiting = undefined
  })
  reader.on('close', () => {
    ended = true
    waiting?.(undefined)
  })
  // Otherwise Ctrl-C would only end the input.
  reader.on('SIGINT', () => reader.close())
  return {
    next: async question => {
      reader.setPrompt(question)
      if (!ended) reader.prompt()
      const line = ahead.shift()
      if (line !== undefined || ended) return line
      return new Promise(resolve => {
        waiting = resolve
      })
    },
  }
}
