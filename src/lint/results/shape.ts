import type {Learnt} from '../../workspace/index.js'
import type {KeptResult} from './types.js'

type Test = (value: unknown) => boolean

const isText: Test = value => typeof value === 'string'
const isNumber: Test = value => typeof value === 'number'
const isObject: Test = value => typeof value === 'object' && value !== null && !Array.isArray(value)
const listOf =
  (item: Test): Test =>
  value =>
    Array.isArray(value) && value.every(item)
const maybe =
  (test: Test): Test =>
  value =>
    value === undefined || test(value)
const record =
  (fields: Readonly<Record<string, Test>>): Test =>
  value =>
    isObject(value) && Object.entries(fields).every(([name, test]) => test(Reflect.get(value as object, name)))

const POINT = record({line: isNumber, column: isNumber, offset: isNumber})
const RANGE = record({start: POINT, end: POINT})
const ACCUSED = record({section: isText, content: isText})
const MESSAGE = record({
  ruleId: isText,
  severity: isText,
  reason: isText,
  range: RANGE,
  expected: maybe(listOf(isText)),
  actual: maybe(isText),
  help: maybe(isText),
  suggestions: maybe(listOf(isText)),
  related: maybe(listOf(record({reason: isText, range: RANGE}))),
  url: maybe(isText),
  fix: maybe(isObject),
  schemaPath: isText,
  accused: ACCUSED,
  fingerprint: isText,
})
const RESULT = record({
  key: isText,
  questions: listOf(isObject),
  world: isText,
  history: maybe(record({questions: isObject, answers: isText})),
  judged: record({
    report: record({
      path: isText,
      kind: isText,
      status: isText,
      messages: listOf(MESSAGE),
      skipped: listOf(record({check: isText, reason: isText})),
      excepted: maybe(isNumber),
    }),
    unjudged: record({rules: listOf(isText), places: listOf(ACCUSED)}),
    status: maybe(isText),
  }),
  listed: record({path: isText, kind: isText, statuses: listOf(isObject)}),
})
const LESSONS: readonly (readonly [name: string, Test])[] = [
  ['contents-', record({anchors: listOf(isText), headings: listOf(isObject)})],
  ['questions-', listOf(isObject)],
  ['code-', listOf(isText)],
]

/** Whether what was kept of a document has the shape of that: a seal says that it is whole, and not who made it. */
export function isResult(value: unknown): value is KeptResult {
  return RESULT(value)
}

/** Whether something that was kept is what a text tells of itself. */
export function isLesson(value: unknown): value is Learnt {
  if (!Array.isArray(value) || value.length !== 2) return false
  const [name, told] = value as unknown[]
  return LESSONS.some(([begin, test]) => typeof name === 'string' && name.startsWith(begin) && test(told))
}
