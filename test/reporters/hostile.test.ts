import {Validator} from '@umbrelladocs/rdformat-validator'
import {Ajv2020} from 'ajv/dist/2020.js'
import {array, assert, constantFrom, oneof, property, record, string} from 'fast-check'
import type {Nodes, Root} from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {expect, test} from 'vitest'
import {validateXML} from 'xmllint-wasm'
import type {Message, Report} from '../../src/lint/index.js'
import {visit} from '../../src/markdown/index.js'
import {noticesText, reporters} from '../../src/reporters/index.js'
import {printable} from '../../src/text/index.js'
import {contextOf, message, printed, rangeOf, reportOf} from './support.js'

const piece = oneof(
  constantFrom(
    ...[
      '\x1b[2J',
      '\x07',
      '\0',
      '\u202e',
      '\u2066',
      '\u200b',
      '\u2028',
      '\ufeff',
      '\ufffe',
      '\ud800',
      '\udc00',
      '\u{e0041}',
    ],
    ...[']]>', '<![CDATA[', '<script>alert(1)</script>', '<!--', '-->', '&amp;', '&', '"', "'", '<br>'],
    ...['::error::', '\n::stop-commands::x', '##[error]', '##vso[task.setvariable]', '%0A', '%', ',', ':'],
    ...[
      '\n',
      '\r\n',
      '\r',
      '\t',
      '|',
      '\\|',
      '\\',
      '`',
      '``',
      '*',
      '_',
      '~~',
      '[x](http://e.org)',
      '![i](x)',
      '[^1]',
      '#',
    ],
    ...[
      '@team',
      '@org/team',
      '#12',
      '!7',
      'GH-9',
      'https://e.org',
      'www.e.org',
      'a@b.org',
      ':smile:',
      '$x$',
      '- ',
      '1. ',
      '> ',
    ],
    ...['{0}', '日本語', '🎉', ' ', 'word', 'word '.repeat(300), 'x'.repeat(2000)],
  ),
  string({unit: 'binary', maxLength: 4}),
)
const words = array(piece, {minLength: 1, maxLength: 6})
  .map(pieces => pieces.join(''))
  .filter(text => text.trim() !== '')
const severity = constantFrom('error' as const, 'warning' as const, 'info' as const)

const source = 'One line\nand another\n'
const range = rangeOf(source, 'line\nand')
const found = record({
  ruleId: words,
  severity,
  reason: words,
  help: words,
  suggestion: words,
  related: words,
  fix: words,
}).map(
  ({suggestion, related, fix, ...rest}): Message =>
    message(range, {
      ...rest,
      suggestions: [suggestion],
      related: [{path: related, range, reason: related}],
      fix: {title: fix, safe: true, edits: [{range, text: fix}]},
    }),
)
const report = record({
  path: words,
  messages: array(found, {minLength: 1, maxLength: 3}),
  reason: words,
  skipped: words,
}).map(
  ({path, messages, reason, skipped}): Report =>
    reportOf([
      {path, messages, skipped: [{check: skipped, reason: skipped}]},
      {path: `${path}b`, status: 'not-checked', reason},
    ]),
)

const textOf = (format: string, made: Report) =>
  printed(format, made, contextOf(Object.fromEntries(made.files.map(file => [file.path, source]))))
const all = (check: (made: Report) => void, numRuns = 100) =>
  assert(property(report, check), {numRuns, seed: 20_261_126})

test.each(reporters.map(({name}) => name))('%s: nothing acts on a terminal or a runner', format => {
  const begins = reporters.find(({name}) => name === format)?.begins ?? /^$/
  all(made => {
    const text = textOf(format, made)
    if (!begins.test(text.slice(0, 10_000))) throw new Error(`Not known again: ${text.slice(0, 200)}`)
    if (!text.endsWith('\n')) throw new Error('No line break at the end')
    for (const line of text.split('\n')) {
      if (/[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u202a-\u202e\u2066-\u2069\u200b\ufeff]/u.test(line))
        throw new Error(`Unprintable: ${JSON.stringify(line)}`)
      if (/##\w*\[/.test(line)) throw new Error(`An order: ${line}`)
      const isCommand = format === 'github' && /^::(?:error|warning|notice) /.test(line)
      if (/^\s*::/.test(line) && !isCommand) throw new Error(`A command: ${line}`)
    }
  })
})

test('what is said of a schema or a config is no order either: not in its words, and not in the lines of its file', () => {
  const at = rangeOf('##vso[task.complete]', '##')
  const said = (reason: string, text: string) =>
    noticesText([{severity: 'error', reason, range: at, path: 'a.yaml'}], contextOf({'a.yaml': text}))
  expect(said(`Unexpected ${'x'.repeat(54)} ::stop-commands::x`, '##vso[task.complete]').split('\n')).toEqual([
    `error: Unexpected ${'x'.repeat(54)}`,
    '  \\u{3a}:stop-commands::x',
    '  ┌─ a.yaml:1:1',
    '1 │ ##vso\\u{5b}task.complete]',
    '  │ ^^',
    '',
  ])
  expect(said('x', '\x9b ##teamcity[a]')).toContain('1 │ \\u{9b} ##teamcity\\u{5b}a]\n')
})

test('compact: one line each, whatever stands in it', () => {
  all(made => {
    const lines = textOf('compact', made).slice(0, -1).split('\n')
    expect(lines).toHaveLength(1 + (made.files[0]?.messages.length ?? 0))
    for (const line of lines) expect(line).toMatch(/:\d+:\d+: (?:error|warning|info) .+: ./)
  })
})

test('json and jsonl: every word comes back as it was', () => {
  all(made => {
    const {files} = JSON.parse(textOf('json', made))
    const lines = textOf('jsonl', made)
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line))
    expect(lines).toHaveLength(4 + (made.files[0]?.messages.length ?? 0))
    for (const [index, {reason, ruleId, help}] of (made.files[0]?.messages ?? []).entries()) {
      expect(files[0].messages[index]).toMatchObject({reason, ruleId, help})
      expect(lines[index + 2]).toMatchObject({reason, ruleId, help})
    }
    expect(files[0].path).toBe(made.files[0]?.path)
  })
})

/** Reads a line as GitHub's runner does: the name, the properties up to "::", then the message, each unescaped. */
function commandOf(line: string): {name: string; properties: Record<string, string>; text: string} | undefined {
  const [, name, list, data] = /^::(\S+) (.*?)::(.*)$/s.exec(line) ?? []
  if (name === undefined || list === undefined || data === undefined) return undefined
  const unescaped = (text: string) => text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%')
  const properties = Object.fromEntries(
    list.split(',').map(pair => {
      const [key = '', ...value] = pair.split('=')
      return [key, unescaped(value.join('=').replaceAll('%3A', ':').replaceAll('%2C', ','))]
    }),
  )
  return {name, properties, text: unescaped(data)}
}

test('github: the runner reads a command for each message, with the words that were meant', () => {
  all(made => {
    const commands = textOf('github', made)
      .split('\n')
      .flatMap(line => commandOf(line) ?? [])
    const messages = made.files[0]?.messages ?? []
    expect(commands).toHaveLength(1 + messages.length)
    expect(commands[0]).toMatchObject({name: 'error', properties: {file: printable(made.files[1]?.path ?? '')}})
    const titles = commands.slice(1).map(({properties}) => properties.title)
    expect(titles.sort()).toEqual(messages.map(({ruleId}) => printable(ruleId)).sort())
    for (const {properties, text} of commands.slice(1)) {
      expect(Object.keys(properties)).toEqual(['file', 'line', 'endLine', 'title'])
      expect(properties.file).toBe(printable(made.files[0]?.path ?? ''))
      const short = messages.filter(({reason}) => printable(reason).length < 200)
      if (short.length === messages.length)
        expect(messages.map(({reason}) => printable(reason))).toContain(text.split('\n')[0])
    }
  })
})

test('junit: libxml2 reads every document', async () => {
  const texts: string[] = []
  all(made => void texts.push(textOf('junit', made)), 100)
  const xml = texts.map((contents, index) => ({fileName: `${index}.xml`, contents}))
  const {errors, valid} = await validateXML({xml, schema: [ANY]})
  expect(errors).toEqual([])
  expect(valid).toBe(true)
})

// Only whether it is XML: junit.test.ts holds it against a schema.
const ANY = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="testsuites"/></xs:schema>`

test('rdjson, gitlab, sarif: what comes back is what was put in, made safe', () => {
  const validator = new Validator({strictMode: true})
  const unique = new Ajv2020().compile({
    type: 'array',
    items: {type: 'object', required: ['fingerprint', 'description']},
  })
  all(made => {
    const rd = JSON.parse(textOf('rdjson', made))
    expect(validator.validate(rd).errors).toEqual([])
    expect(rd.diagnostics[0].location.path).toBe(made.files[0]?.path)
    for (const {message: text} of rd.diagnostics) expect(text).not.toMatch(/@[\p{L}\p{N}]|[#!]\d|<[\p{L}!?/]/u)
    const issues = JSON.parse(textOf('gitlab', made))
    expect(unique(issues)).toBe(true)
    expect(issues[0].location.path).toBe(made.files[0]?.path)
    const [{results}] = JSON.parse(textOf('sarif', made)).runs
    const {uri} = results[0].locations[0].physicalLocation.artifactLocation
    expect(uri).toMatch(/^(?:file:\/\/)?(?:[\w.~!$&'()*+,;=@/-]|%[0-9A-F]{2})*$/)
    const path = made.files[0]?.path ?? ''
    const isPlain = !path.startsWith('/') && !/^[A-Za-z]:\//.test(path)
    if (isPlain) expect(decodeURIComponent(uri)).toBe(path.replace(/\p{Cs}/gu, '\ufffd'))
    for (const {
      message: {text},
    } of results)
      expect(text).not.toMatch(/(?<!\\)\]\(/)
  })
})

const markdown = unified().use(remarkParse).use(remarkGfm)
const ALLOWED = 'root html heading list listItem paragraph table tableRow tableCell text inlineCode'.split(' ')

/** The text as a reader sees it, less what keeps apart what would be read as one. */
function shown(node: Nodes): string {
  if ('value' in node)
    return node.type === 'html' ? (node.value === '<br>' ? '\n' : '') : node.value.replaceAll('\u200b', '')
  return 'children' in node ? node.children.map(shown).join('') : ''
}

test('markdown: the words of documents are text, in the cell that they belong to', () => {
  all(made => {
    const text = textOf('markdown', made)
    const tree: Root = markdown.parse(text)
    const kinds = new Set<string>()
    const html: string[] = []
    const cells: string[][] = []
    visit(tree, node => {
      kinds.add(node.type)
      if (node.type === 'html') html.push(node.value)
      if (node.type === 'tableRow') cells.push(node.children.map(shown))
      // What GitHub and GitLab look for in the finished text.
      if (node.type === 'text' && /@[\p{L}\p{N}]|[#!]\d|GH-\d|https?:\/\/|www\.|:[\w+-]+:/iu.test(node.value))
        throw new Error(`Not inert: ${JSON.stringify(node.value)}`)
    })
    expect([...kinds].filter(kind => !ALLOWED.includes(kind))).toEqual([])
    expect(html.filter(value => value !== '<br>')).toEqual(['<!-- specwright -->'])
    expect(cells.every(row => row.length === 3)).toBe(true)
    const rules = cells.map(([, , rule]) => rule)
    for (const {ruleId} of made.files[0]?.messages ?? []) expect(rules).toContain(printable(ruleId).trim())
  })
})

test('markdown: however long the words, a comment holds it', () => {
  const long = message(range, {reason: '|@a'.repeat(5000), help: '<'.repeat(5000), ruleId: '`|'.repeat(5000)})
  const text = textOf('markdown', reportOf([{path: '@|'.repeat(3000), messages: Array(60).fill(long)}]))
  expect(text.length).toBeLessThan(65_536)
  expect(text).toMatch(/Left out for want of room: \d+ errors?\.\n$/)
})
