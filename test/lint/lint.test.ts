import {mkdirSync, symlinkSync} from 'node:fs'
import {join} from 'node:path'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {collectFacts, lint, lintFiles} from '../../src/lint/index.js'
import {openWorkspace} from '../../src/workspace/index.js'
import {folder} from '../support/folders.js'

const rulesOf = (report: {messages: {ruleId: string}[]}): string[] =>
  [...new Set(report.messages.map(({ruleId}) => ruleId))].sort()
const SHORT = '# Billing\n\n## 1. Executive Summary\n\nWe bill at once.\n'

describe('lint', () => {
  test('reports with places, in order, and needs no workspace', async () => {
    const report = await lint(SHORT)
    expect(report).toMatchObject({path: 'document.md', kind: 'rfc', status: 'checked'})
    expect(rulesOf(report)).toContain('missing-section')
    expect(rulesOf(report)).toContain('missing-metadata')
    const places = report.messages.map(({range}) => range.start.line * 1000 + range.start.column)
    expect(places).toEqual([...places].sort((a, b) => a - b))
    for (const {range, schemaPath} of report.messages) {
      expect(range.end.offset).toBeLessThanOrEqual(SHORT.length)
      expect(schemaPath).toMatch(/^rfc#\/\$defs\//)
    }
  })

  test('without a workspace nothing is said of what other files hold, and that is told', async () => {
    const text = `${SHORT}\nSee [a](../research/none.md), [b](none.md#x) and \`research/none.md\`.\n`
    const report = await lint(text, {path: 'specs/a.md'})
    expect(rulesOf(report).filter(rule => /^dead-|root-relative|out-of-range|no-research/.test(rule))).toEqual([])
    expect(report.skipped).toEqual([{check: 'citations', reason: 'no workspace was given to look files up in'}])
  })

  test('with a workspace citations are looked up from the document’s path', async () => {
    const root = folder({'research/there.md': '# There\n', 'specs/a.md': 'old text'})
    const workspace = await openWorkspace({root})
    const text = `${SHORT}\nSee [a](../research/there.md) and [b](../research/none.md).\n`
    const report = await lint(text, {path: 'specs/a.md', workspace})
    expect(report.messages.filter(({ruleId}) => ruleId === 'dead-citation')).toMatchObject([
      {range: {start: {line: 7}}},
    ])
    expect(report.skipped).toEqual([])
  })

  test('the kind: by option, by path, by the trailing comment, else rfc', async () => {
    const workspace = await openWorkspace({root: folder()})
    const kindOf = async (...args: Parameters<typeof lint>) => (await lint(...args)).kind
    expect(await kindOf('# A\n', {kind: 'research'})).toBe('research')
    expect(await kindOf('# A\n', {path: 'research/a.md', workspace})).toBe('research')
    expect(await kindOf('# A\n\n<!-- spec: research v3 -->\n\n')).toBe('research')
    expect(await kindOf('# A\n\n<!-- spec: unheard-of v3 -->\n')).toBe('rfc')
    expect(await kindOf('# A\n')).toBe('rfc')
  })

  test('an unknown kind or a broken schema rejects, with what was meant', async () => {
    await expect(lint('# A\n', {kind: 'rfd'})).rejects.toThrow(
      'Unknown kind "rfd", expected one of rfc, research, index; did you mean "rfc"?',
    )
    const schema = {text: '{"$ref": "specwright:rcf"}', path: 'own.json'}
    await expect(lint('# A\n', {schema})).rejects.toMatchObject({
      name: 'SettingsError',
      message: expect.stringMatching(/^own\.json:1: Unexpected schema "specwright:rcf"/),
      problems: [{suggestions: ['specwright:rfc']}],
    })
  })

  test('a schema of one’s own changes the law of its kind', async () => {
    const text = '$ref: specwright:rfc\n$defs:\n  missing-section: true\n  missing-metadata: true\n'
    const schema = {text, path: 'own.yaml'}
    const rules = rulesOf(await lint(SHORT, {schema}))
    expect(rules).not.toContain('missing-section')
    expect(rules).not.toContain('missing-metadata')
    expect((await lint('# A\n', {schema, kind: 'research'})).kind).toBe('research')
  })

  test('what cannot be read is not checked, for a reason', async () => {
    expect(await lint('x'.repeat(3 * 1024 * 1024))).toMatchObject({
      status: 'not-checked',
      reason: 'it is larger than 2 MiB',
      messages: [],
    })
    expect(await lint('# A\n', {limits: {bytes: 3}})).toMatchObject({
      status: 'not-checked',
      reason: 'it is larger than 3 bytes',
    })
    expect(await lint(`${'> '.repeat(5000)}x\n`)).toMatchObject({
      status: 'not-checked',
      reason: expect.stringContaining('nest'),
    })
  })

  test('a fault in one document is told with its own words, in one line', async () => {
    const workspace = await openWorkspace({root: folder()})
    const broken = {...workspace, look: () => Promise.reject(new TypeError('no\nsuch thing'))}
    expect(await lint('# A\n', {workspace: broken})).toMatchObject({
      status: 'not-checked',
      reason: 'checking it failed (TypeError: no such thing)',
    })
  })

  test('where it cites what belongs to a workspace whose config is broken', async () => {
    const root = folder({'other/spec.config.yaml': 'nope: 1\n', 'other/a.md': '# A\n'})
    const workspace = await openWorkspace({root})
    expect(await lint('# A\n\n[a](../other/a.md)\n', {path: 'specs/a.md', workspace})).toMatchObject({
      status: 'not-checked',
      reason: expect.stringMatching(/^a config cannot be used \(other\/spec\.config\.yaml:1: Unexpected key "nope"/),
    })
    await workspace.close()
  })

  test.each([
    ['nothing', ''],
    ['one byte', 'x'],
    ['a mark alone', '\uFEFF'],
    [
      'headings with names of the language',
      '# __proto__\n\n## __proto__\n\n## constructor\n\n## 2026\n\n### toString\n',
    ],
    ['lone surrogates', '# \uD800\n\n## \uDFFF\n'],
    ['NUL', '# a\0b\n\n| a | b |\n| - | - |\n| \0 | c |\n'],
  ])('%s has an answer', async (_what, text) => {
    const report = await lint(text)
    expect(report.status).toBe('checked')
    for (const {range} of report.messages) {
      expect(range.start.offset).toBeGreaterThanOrEqual(0)
      expect(range.end.offset).toBeLessThanOrEqual(text.length)
    }
  })

  test('the same input gives the same report, however many run at once', async () => {
    const reports = await Promise.all(Array.from({length: 5}, () => lint(SHORT)))
    expect(new Set(reports.map(report => JSON.stringify(report))).size).toBe(1)
  })
})

test('collectFacts', async () => {
  const facts = await collectFacts(SHORT, {path: 'specs/a.md'})
  expect(facts).toMatchObject({path: 'specs/a.md', kind: 'rfc', title: {text: 'Billing'}})
  expect(facts.sections['executive-summary']).toMatchObject({words: 4})
  await expect(collectFacts('xx', {limits: {bytes: 1}})).rejects.toMatchObject({name: 'LimitError'})
})

describe('lintFiles', () => {
  test('checks the workspace’s specs, and counts', async () => {
    const root = folder({
      'specs/a.md': SHORT,
      'specs/b.md': '',
      'specs/README.md': '# Index\n',
      'research/r.md': '# R\n',
      'specs/bad.md': Uint8Array.of(0x23, 0x20, 0xff),
    })
    const {summary, files, problems} = await lintFiles([], {root, cwd: root})
    expect(files.map(({path, status}) => [path, status])).toEqual([
      ['specs/a.md', 'checked'],
      ['specs/b.md', 'checked'],
      ['specs/bad.md', 'not-checked'],
    ])
    expect(problems).toBeUndefined()
    expect(files[1]?.messages.map(({ruleId}) => ruleId)).toEqual(['empty-document'])
    const count = (severity: string) =>
      files.flatMap(file => file.messages).filter(found => found.severity === severity).length
    expect(summary).toMatchObject({
      files: 3,
      clean: 0,
      notChecked: 1,
      skippedChecks: 0,
      excepted: 0,
      errors: count('error'),
      warnings: count('warning'),
    })
    expect((await lintFiles([], {root, cwd: root, research: true})).files.map(file => file.kind)).toContain('research')
  })

  test('a named file that no kind claims is an RFC, with a note', async () => {
    const root = folder({'notes/x.md': '# X\n', 'notes/y.md': '# Y\n\n<!-- spec: research v1 -->\n'})
    const {files, notes} = await lintFiles(['notes/x.md', 'notes/y.md'], {root, cwd: root})
    expect(files.map(file => file.kind)).toEqual(['rfc', 'research'])
    expect(notes).toEqual([
      {code: 'kind-assumed', text: '"notes/x.md" belongs to no kind and does not say what it is: checked as rfc'},
    ])
    const many = folder({'notes/x.md': '# X\n', 'notes/y.md': '# Y\n', 'notes/z.md': '# Z\n'})
    expect((await lintFiles(['notes'], {root: many, cwd: many})).notes).toEqual([
      {
        code: 'kind-assumed',
        text: '"notes/x.md" and 2 more belong to no kind and do not say what they are: checked as rfc',
      },
    ])
  })

  test('what is named and cannot be read is told', async () => {
    const root = folder({'specs/a.md': SHORT})
    mkdirSync(join(root, 'specs/folder.md'))
    symlinkSync(join(root, 'specs/gone.md'), join(root, 'specs/dangling.md'))
    const report = await lintFiles(['specs/a.md', 'specs/missing.md', 'specs/dangling.md'], {root, cwd: root})
    const told = [
      ...(report.problems ?? []),
      ...report.files.filter(file => file.status === 'not-checked').map(file => file.path),
    ]
    expect(told.join('\n')).toContain('specs/missing.md')
    expect(told.join('\n')).toContain('specs/dangling.md')
    expect(report.files.find(file => file.path === 'specs/a.md')?.status).toBe('checked')
  })

  test('a schema that cannot be used rejects before any file is read', async () => {
    const root = folder({'specs/a.md': SHORT})
    await expect(lintFiles([], {root, cwd: root, schema: {text: '['}})).rejects.toMatchObject({name: 'SettingsError'})
  })
})

test('whatever the text, there is an answer with places inside it, in order', async () => {
  const parts = [
    '# ',
    '## ',
    '### ',
    '1. ',
    '5.2 ',
    'Executive Summary',
    'Open Questions',
    '\n',
    '\n\n',
    '\r\n',
    '\r',
    '\uFEFF',
    '\0',
    '```',
    '````js',
    '~~~',
    '| a | b |',
    '| - | - |',
    '- [ ] ',
    '- [x] ',
    '> ',
    '[R1]',
    '[^r1]: ',
    '[a](../research/b.md#c)',
    '`research/a.md:1-2`',
    '<!-- x -->',
    'TBD',
    'N/A: so',
    '---\n',
    'date: 2026-02-30',
    '__proto__',
    '\uD83D',
    '\t',
    '  ',
  ]
  const text = fc
    .array(fc.oneof(fc.constantFrom(...parts), fc.string({maxLength: 5})), {maxLength: 60})
    .map(all => all.join(''))
  await fc.assert(
    fc.asyncProperty(text, fc.constantFrom('rfc', 'research'), async (value, kind) => {
      const report = await lint(value, {kind})
      expect(report).toMatchObject({status: 'checked'})
      let last = 0
      for (const {range, reason} of report.messages) {
        expect(reason).not.toMatch(/undefined|\[object/)
        expect(range.start.offset).toBeLessThanOrEqual(range.end.offset)
        expect(range.end.offset).toBeLessThanOrEqual(value.length)
        expect(range.start.line).toBeGreaterThanOrEqual(last)
        last = range.start.line
      }
    }),
    {numRuns: 150},
  )
})
