import {readFileSync} from 'node:fs'
import {Ajv2020} from 'ajv/dist/2020.js'
import {expect, test} from 'vitest'
import {contextOf, message, printed, rangeOf, reportOf, sample} from './support.js'

const read = (name: string) => JSON.parse(readFileSync(new URL(`../../schema/${name}`, import.meta.url), 'utf8'))
const ajv = new Ajv2020({allErrors: true, strictTypes: false, strictRequired: false})
const validate = ajv.addSchema(read('report.schema.json')).compile(read('report-line.schema.json'))

const print = (report = sample.report) => printed('jsonl', report, contextOf(sample.sources))
const linesOf = (text: string) =>
  text
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line))

test('the run, each file with its messages behind it, the summary', () => {
  expect(print()).toBe(`\
{"type":"run","schemaVersion":1,"tool":{"name":"specwright","version":"1.2.3"}}
{"type":"file","path":"specs/a.md","kind":"rfc","status":"checked","skipped":[{"check":"Cited code","reason":"no git"}]}
{"type":"message","path":"specs/a.md","ruleId":"unknown-status","severity":"warning","reason":"Unexpected status \\"Drfat\\", expected one of the six","range":{"start":{"line":1,"column":9,"offset":9},"end":{"line":1,"column":14,"offset":14}},"help":"Begin the cell with one of the statuses","suggestions":["Draft (WIP)"],"schemaPath":"core#/$defs/dead-citation","fingerprint":"aaaaaaaaaaaaaaaa"}
{"type":"message","path":"specs/a.md","ruleId":"dead-citation","severity":"error","reason":"Unexpected citation of \\"gone.md\\", expected a document that exists","range":{"start":{"line":2,"column":12,"offset":26},"end":{"line":2,"column":19,"offset":33}},"related":[{"range":{"start":{"line":1,"column":1,"offset":1},"end":{"line":1,"column":7,"offset":7}},"reason":"It belongs to this"},{"path":"team rules.yaml","range":{"start":{"line":1,"column":1,"offset":1},"end":{"line":1,"column":7,"offset":7}},"reason":"The demand"}],"url":"https://example.org/docs/rules/dead-citation.md","schemaPath":"core#/$defs/dead-citation","fingerprint":"bbbbbbbbbbbbbbbb"}
{"type":"message","path":"specs/a.md","ruleId":"root-relative-link","severity":"info","reason":"Unexpected link","range":{"start":{"line":2,"column":20,"offset":34},"end":{"line":3,"column":5,"offset":42}},"fix":{"title":"Write both links anew","safe":true,"edits":[{"range":{"start":{"line":3,"column":1,"offset":38},"end":{"line":3,"column":5,"offset":42}},"text":"é.md"},{"range":{"start":{"line":3,"column":7,"offset":44},"end":{"line":3,"column":11,"offset":48}},"text":""}]},"schemaPath":"core#/$defs/dead-citation","fingerprint":"cccccccccccccccc"}
{"type":"file","path":"specs/b.md","kind":"rfc","status":"not-checked","reason":"The file is too large","skipped":[]}
{"type":"file","path":"specs/c.md","kind":"rfc","status":"checked","skipped":[]}
{"type":"summary","files":3,"clean":1,"errors":1,"warnings":1,"infos":1,"notChecked":1,"skippedChecks":1,"excepted":2,"baselined":0,"stale":0,"unclaimed":1}
`)
})

test('the schema holds every line', () => {
  for (const line of linesOf(print())) expect(validate(line), JSON.stringify(validate.errors)).toBe(true)
  const [, , found] = linesOf(print())
  expect(validate({...found, severity: 'fatal'})).toBe(false)
  expect(validate({...found, type: 'file'})).toBe(false)
  expect(validate({type: 'other'})).toBe(false)
})

test('a message has the fields that json gives it', () => {
  const {files} = JSON.parse(printed('json', sample.report, contextOf(sample.sources)))
  const messages = linesOf(print()).filter(line => line.type === 'message')
  expect(messages).toEqual(files[0].messages.map((found: object) => ({type: 'message', path: 'specs/a.md', ...found})))
  expect(message(rangeOf('x', 'x'))).toMatchObject({ruleId: 'dead-citation'})
  expect(linesOf(print(reportOf([])))).toHaveLength(2)
})
