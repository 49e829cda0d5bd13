// Not by the room's index: completion loads as little as it can.

import {commandTable} from '../../generated/command-table.js'
import {itemAt} from '../../text/item-at.js'
import {type Io, processIo} from '../io.js'
import type {Answer, Found} from './answer.js'
import {answerTo} from './line.js'
import {answerText} from './text.js'

/**
 * Answers the scripts in `completion/`: `spec __complete "=TYPED" WORD...`, TYPED being what stands of the word at the
 * cursor (the sign keeps it from being dropped where it is empty), each WORD one between "spec" and it. Never fails:
 * who presses Tab wants no error. The answer's form is told at `answerText`.
 */
export async function run([first = '', ...before]: readonly string[], given: Partial<Io> = {}): Promise<number> {
  const io: Io = {...processIo(), ...given}
  const typed = first.replace(/^=/, '')
  const answer = await found(answerTo(before, typed, commandTable), before, io).catch(() => NOTHING)
  io.stdout.write(answerText(answer, typed))
  return 0
}

const NOTHING: Found = {type: 'words', words: []}

async function found(answer: Answer, before: readonly string[], {cwd, env}: Io): Promise<Found> {
  if (!('typed' in answer)) return answer
  const {ask} = await import('./ask.js')
  const root = rootIn(before)
  return ask(answer, {cwd, env, ...(root !== undefined && {root})})
}

function rootIn(words: readonly string[]): string | undefined {
  const at = words.findIndex(word => word === '--root' || word.startsWith('--root='))
  if (at < 0) return undefined
  const word = itemAt(words, at)
  return word === '--root' ? words[at + 1] : word.slice('--root='.length)
}
