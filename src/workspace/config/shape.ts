import {clipped, escapePointer, nearest} from '../../text/index.js'
import {SEVERITIES} from './types.js'

/** Takes down what is wrong with a value, at its JSON pointer. */
export type Report = (pointer: string, reason: string, suggestions?: string[]) => void

/** Looks at a value; nothing is reported of one that is as it should be. */
export type Check = (value: unknown, pointer: string, report: Report) => void

// However it is written, the wish is known.
const LIMIT = /^(?:max|limit)|(?:limits?|size|bytes|depth|time-?out)$/i

const text: Check = (value, pointer, report) => {
  if (typeof value !== 'string' || value.trim() === '') report(pointer, `Unexpected ${said(value)}, expected a text`)
}

const oneOrMore =
  (check: Check): Check =>
  (value, pointer, report) => {
    if (!Array.isArray(value)) return check(value, pointer, report)
    for (const [index, item] of value.entries()) check(item, `${pointer}/${index}`, report)
  }

// A folder that leaves the root would be looked for on the machine of whoever runs this.
const path: Check = (value, pointer, report) => {
  if (typeof value !== 'string' || value.trim() === '') return text(value, pointer, report)
  if (/^(?:\/|[A-Za-z]:|\\)|(?:^|[\\/])\.\.(?:[\\/]|$)|\0/.test(value))
    report(pointer, `Unexpected path "${value}" that leaves the workspace, expected one below its root`)
}

// As in .gitignore it is meant to take something back; here it would be a glob like any other, and fit on all the rest.
const glob: Check = (value, pointer, report) => {
  if (typeof value === 'string' && /^!(?!\()/.test(value))
    report(
      pointer,
      `Unexpected glob "${value}" that takes back what others say, expected globs without "!" and "ignore"`,
    )
  else path(value, pointer, report)
}

const globs = oneOrMore(glob)

const documents: Check = (value, pointer, report) => {
  if (Array.isArray(value) && value.length === 0)
    report(pointer, 'Unexpected list without a glob, expected one at least')
  else globs(value, pointer, report)
}

const templates: Check = (value, pointer, report) => {
  if (Array.isArray(value) && value.length === 0)
    report(pointer, 'Unexpected list without a template, expected one at least')
  else oneOrMore(path)(value, pointer, report)
}

const version: Check = (value, pointer, report) => {
  if (!Number.isInteger(value) || Number(value) < 0)
    report(pointer, `Unexpected version ${said(value)}, expected a whole number such as 2`)
}

// What lies outside is not in every clone, so it is said in so many words.
const research: Check = (value, pointer, report) => {
  if (!isObject(value)) return path(value, pointer, report)
  const isOutside = value.outside === true
  objectOf({path: isOutside ? wayOut : path, untracked: flag, outside: flag}, 'a folder')(value, pointer, report)
  if (!Object.hasOwn(value, 'path')) report(pointer, 'Missing "path", expected the folder')
  if (isOutside && value.untracked === true)
    report(`${pointer}/untracked`, 'Unexpected "untracked" beside "outside", expected one of them')
}

// A path of one machine means nothing on the next, and what holds the workspace itself is no folder of research.
const wayOut: Check = (value, pointer, report) => {
  if (typeof value !== 'string' || value.trim() === '') return text(value, pointer, report)
  if (
    !/^(?:\.\.\/)+(?!\.\.?(?:\/|$))[^\\\0]*$/.test(value) ||
    /\/\.\.?(?:\/|$)/.test(value.replace(/^(?:\.\.\/)+/, '/'))
  )
    report(pointer, `Unexpected path "${value}" of a folder outside, expected one such as "../research"`)
}

const flag: Check = (value, pointer, report) => {
  if (typeof value !== 'boolean') report(pointer, `Unexpected ${said(value)}, expected true or false`)
}

const severity: Check = (value, pointer, report) => {
  if (SEVERITIES.some(known => known === value)) return
  const near = typeof value === 'string' ? nearest(value, SEVERITIES) : []
  report(pointer, `Unexpected severity ${said(value)}, expected one of ${SEVERITIES.join(', ')}`, near)
}

const mapOf =
  (check: Check, names?: RegExp): Check =>
  (value, pointer, report) => {
    if (!isObject(value)) return report(pointer, `Unexpected ${said(value)}, expected names with their values`)
    for (const [name, inner] of Object.entries(value)) {
      const at = `${pointer}/${escapePointer(name)}`
      if (names && !names.test(name))
        report(at, `Unexpected name "${name}", expected small letters, digits and hyphens, a letter first`)
      else check(inner, at, report)
    }
  }

const objectOf =
  (keys: Readonly<Record<string, Check>>, what: string): Check =>
  (value, pointer, report) => {
    if (!isObject(value)) return report(pointer, `Unexpected ${said(value)}, expected ${what}`)
    for (const [key, inner] of Object.entries(value)) {
      const at = `${pointer}/${escapePointer(key)}`
      const check = Object.hasOwn(keys, key) ? keys[key] : undefined
      if (check) check(inner, at, report)
      else if (LIMIT.test(key))
        // It comes with the repository, and so may what it would let in.
        report(at, `Unexpected key "${key}": no config raises a limit, expected --max-size on the command line`)
      else
        report(
          at,
          `Unexpected key "${key}", expected one of ${Object.keys(keys).join(', ')}`,
          nearest(key, Object.keys(keys)),
        )
    }
  }

/** What a config file may hold; schema/config.schema.json says the same to editors. */
export const config: Check = objectOf(
  {
    $schema: text,
    extends: oneOrMore(text),
    specs: oneOrMore(path),
    research: oneOrMore(research),
    ignore: globs,
    kinds: mapOf(
      objectOf({files: documents, ignore: globs, template: templates, version, schema: path}, 'the settings of a kind'),
      /^[a-z][a-z0-9-]*$/,
    ),
    rules: mapOf(severity),
  },
  'settings',
)

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function said(value: unknown): string {
  if (value === null || value === undefined) return 'empty value'
  if (typeof value === 'string') return value.trim() === '' ? 'empty text' : `"${clipped(value, 80)}"`
  if (Array.isArray(value)) return 'list'
  return typeof value === 'object' ? 'mapping' : `value ${String(value)}`
}
