import {nameOf} from '../../text/index.js'
import type {LineRange} from '../types.js'
import {isOpen} from './placeholders.js'
import {isFileName} from './source-names.js'

// Places of a machine, of an alias or of a package, and what others installed: never a path of the repository as it is written.
const ELSEWHERE = /^[/~@]|(?:^|\/)node_modules(?:\/|$)|\/\//

// The first step of a web address without its scheme: "github.com/x/y.ts".
const HOST = /^(?:www\.[\w.-]+|[\w.-]+\.(?:ai|app|co|com|dev|edu|gov|io|net|org))$/i

// A step; "(group)" and "[id]" are names of folders and files in frameworks that route by files.
const STEP = /^(?:[\p{L}\p{N}_.@+~-]|\([\p{L}\p{N}_.-]+\)|\[[\p{L}\p{N}_.-]+\])+$/u

// Names of files that have words in them, "data model.ts", or an apostrophe, "it's.ts": a command with what it is given looks much
// the same, and so does a sentence.
const WORDS = /^[\p{L}\p{N}_.@+~]+(?:(?: |['’](?=\p{L}))[\p{L}\p{N}_.@+~-]+){1,8}$/u

/**
 * Whether a text is the path of a file or folder in a repository. "sure": it cannot well be anything else, for it names a folder,
 * a file and lines. "unsure": it is one if there is such a file, or was. Undefined: no path at all.
 */
export function sourceIn(path: string, lines: readonly LineRange[] = []): 'sure' | 'unsure' | undefined {
  const plain = path.replace(/\[[\p{L}\p{N}_.-]+\]/gu, '_')
  if (ELSEWHERE.test(path) || isOpen(plain.replace(/(?<=[^\s/]) (?=[^\s/])/g, '_'))) return undefined
  const written = path.replace(/^(?:\.{1,2}\/)+/, '')
  const name = nameOf(written)
  const steps = written.split('/').slice(0, -1)
  const [first] = steps
  if (first !== undefined && HOST.test(first)) return undefined
  const all = [...steps, ...(name === '' ? [] : [name])]
  if (!all.every(step => STEP.test(step) && /[^.]/.test(step)))
    return lines.length > 0 && hasWords(steps, name) ? 'unsure' : undefined
  if (name === '') return first === undefined ? undefined : 'unsure'
  if (isFileName(name)) return first !== undefined && lines.length > 0 ? 'sure' : 'unsure'
  // "src/x.zz"; "bin/tool:12-40". But "origin/main", "text/plain", "library/node:20".
  const ended = /[^.]\.[a-z]\w{0,11}$/i.test(name)
  const ranged = lines.some(({from, to}) => to > from)
  return first !== undefined && (ended || ranged) ? 'unsure' : undefined
}

// The first step has one word, for "node src/x.ts" and "cat src/x.ts" begin as a command does, and no word but the last is a file.
function hasWords([first, ...steps]: readonly string[], name: string): boolean {
  if (first === undefined || !STEP.test(first) || !isFileName(name)) return false
  const words = [...steps, name].join(' ').split(' ').slice(0, -1)
  return [...steps, name].every(step => STEP.test(step) || WORDS.test(step)) && !words.some(isFileName)
}
