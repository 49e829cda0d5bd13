import remarkParse from 'remark-parse'
import remarkStringify from 'remark-stringify'
import {unified} from 'unified'
import {VFile} from 'vfile'
import {expect, test} from 'vitest'
import {type LintOptions, lint} from '../../src/lint/index.js'
import remarkSpecwright from '../../src/remark.js'
import {openWorkspace} from '../../src/workspace/index.js'
import {folder} from '../support/folders.js'

const process = (value: string, options: LintOptions = {}, path?: string) =>
  unified()
    .use(remarkParse)
    .use(remarkSpecwright, options)
    .use(remarkStringify)
    .process(new VFile({value, ...(path === undefined ? {} : {path})}))

const TEXT = '# A\n\n| Document Metadata | Details |\n| --- | --- |\n| Status | Darft |\n'

test('every message of lint stands on the file, with its place and weight', async () => {
  const {messages} = await lint(TEXT, {path: 'specs/a.md'})
  const file = await process(TEXT, {}, 'specs/a.md')
  expect(file.messages.map(({ruleId, source, reason, place}) => ({ruleId, source, reason, place}))).toEqual(
    messages.map(({ruleId, reason, range}) => ({ruleId, source: 'specwright', reason, place: range})),
  )
  const fatal = {error: true, warning: false, info: null}
  expect(file.messages.map(message => message.fatal)).toEqual(messages.map(({severity}) => fatal[severity]))
})

test('what is expected, what stands there and what to do next', async () => {
  const file = await process(TEXT)
  const status = file.messages.find(message => message.ruleId === 'unknown-status')
  expect(status?.note).toMatch(/^Did you mean "Draft \(WIP\)".*\?\n\n./s)
  const section = file.messages.find(message => message.ruleId === 'missing-section')
  expect(section?.expected).toEqual(['1. Executive Summary'])
})

test('links are read from the file’s own folder, wherever the processor runs', async () => {
  const root = folder({'research/a.md': '# A\n', 'specs/b.md': ''})
  const workspace = await openWorkspace({root})
  const value = '# B\n\n[a](../research/a.md) [c](../research/c.md)\n'
  for (const at of [
    {cwd: root, path: 'specs/b.md'},
    {cwd: `${root}/specs`, path: 'b.md'},
    {path: `${root}/specs/b.md`},
  ]) {
    const processor = unified().use(remarkParse).use(remarkSpecwright, {workspace}).use(remarkStringify)
    const {messages} = await processor.process(new VFile({value, ...at}))
    const dead = messages.filter(({ruleId}) => /dead|relative/.test(ruleId ?? ''))
    expect(dead.map(({ruleId, reason}) => [ruleId, reason.includes('research/c.md')])).toEqual([
      ['dead-citation', true],
    ])
  }
})

test('the tree is left alone', async () => {
  expect(String(await process('# A\n\nText\n'))).toBe('# A\n\nText\n')
})

test('a file that cannot be checked has one fatal message', async () => {
  const file = await process('# A\n', {limits: {bytes: 2}})
  expect(file.messages).toMatchObject([
    {reason: 'Not checked: it is larger than 2 bytes', fatal: true, source: 'specwright'},
  ])
})

test('a document that cannot be checked is one message, and what has no more words has no note', async () => {
  const deep = await process('>'.repeat(200), {}, 'specs/a.md')
  expect(deep.messages.map(({fatal, reason}) => [fatal, /^Not checked: /.test(reason)])).toEqual([[true, true]])
  const schema = {text: JSON.stringify({$defs: {never: {severity: 'error', message: 'No', required: ['nothing']}}})}
  const bare = await process(TEXT, {schema, kind: 'rfc'}, 'specs/a.md')
  const message = bare.messages.find(({ruleId}) => ruleId === 'never')
  expect(message).toMatchObject({reason: 'No', fatal: true})
  expect(message?.note).toBeUndefined()
})
