import {closeSync, openSync, readdirSync, readFileSync, readSync, statSync} from 'node:fs'
import {
  absentAs,
  configsAnswer,
  fileAnswer,
  isStamped,
  type Look,
  namesAnswer,
  realAnswer,
  stampAt,
  stampOf,
  typeAnswer,
  waysAnswer,
} from './looks.js'

/** What became of a look. `renewed`: it tells the same, by other times. */
export type Verdict = 'same' | 'renewed' | 'changed'

/** Looks again. Renews the look's stamp where only that has changed. */
export function verdictOf(look: Look): Verdict {
  try {
    if (look.stamp === undefined) return answerOf(look) === look.answer ? renewed(look) : 'changed'
    const stats = statSync(look.path, {throwIfNoEntry: false})
    if (stats && stampOf(stats) === look.stamp) return 'same'
    return answerOf(look) === look.answer ? renewed(look) : 'changed'
  } catch {
    return 'changed'
  }
}

function renewed(look: Look): Verdict {
  const stamp = isStamped(look.kind) ? stampAt(look.path) : undefined
  if (stamp === look.stamp) return 'same'
  if (stamp === undefined) delete look.stamp
  else look.stamp = stamp
  return 'renewed'
}

function answerOf({kind, path, length}: Look): string {
  switch (kind) {
    case 'type':
      return typeAnswer(path)
    case 'real':
      return realAnswer(path)
    case 'file':
      return fileAnswer(absentAs(undefined, () => beginningOf(path, length)))
    case 'names':
      return namesAnswer(absentAs(undefined, () => readdirSync(path, {withFileTypes: true})))
    case 'ways':
      return waysAnswer(absentAs(undefined, () => readdirSync(path, {withFileTypes: true})))
    case 'configs':
      return configsAnswer(absentAs([], () => readdirSync(path, {withFileTypes: true})))
  }
}

// A pipe would wait for its writer, and a device can act on being opened.
function beginningOf(path: string, length: number | undefined): Uint8Array | undefined {
  if (!statSync(path).isFile()) return undefined
  if (length === undefined) return readFileSync(path)
  const file = openSync(path, 'r')
  try {
    const buffer = Buffer.allocUnsafe(length)
    return buffer.subarray(0, readSync(file, buffer, 0, length, 0))
  } finally {
    closeSync(file)
  }
}
