import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {changedOf, unchangedNote} from '../../src/lint/changes.js'
import {builtInKinds, factsOfFiles, lint, lintFiles, type SettingsError} from '../../src/lint/index.js'
import {lackingNote} from '../../src/lint/isolation.js'
import {whyNotChecked} from '../../src/lint/lint.js'
import {kindByText, kindNamed, kindsInForce} from '../../src/lint/options.js'
import {LimitError} from '../../src/markdown/index.js'
import type {Selected, Workspace} from '../../src/workspace/index.js'
import {folder} from '../support/folders.js'
import {open} from '../workspace/support.js'

const TEXT = '# A\n\n## Summary\n\n- TBD\n'

/** The problems of settings that cannot be used, each with its place. */
async function problemsOf(work: Promise<unknown>, root = ''): Promise<string[]> {
  const error = await work.then(
    () => undefined,
    (reason: SettingsError) => reason,
  )
  expect(error?.name).toBe('SettingsError')
  return (error?.problems ?? []).map(({severity, path = '-', range, reason, suggestions = []}) => {
    expect(severity).toBe('error')
    expect(error?.message).toContain(reason)
    return [`${path.replace(`${root}/`, '')}:${range.start.line}:${range.start.column} ${reason}`, ...suggestions].join(
      ' | ',
    )
  })
}

describe('severities', () => {
  const words = 'expected one that "spec rules" lists'
  const severitiesOf = (messages: readonly {ruleId: string; severity: string}[], rule: string) => [
    ...new Set(messages.filter(({ruleId}) => ruleId === rule).map(({severity}) => severity)),
  ]

  test('of rules that there are not are told, with those that were meant', async () => {
    const severities = {'unset-valeu': 'off', nonesuch: 'error', 'unset-value': 'info'} as const
    const told = [
      `-:1:1 Unexpected rule "unset-valeu", ${words} | unset-value`,
      `-:1:1 Unexpected rule "nonesuch", ${words}`,
    ]
    expect(await problemsOf(lint(TEXT, {severities}))).toEqual(told)
    const root = folder({'specs/a.md': TEXT})
    expect(await problemsOf(lintFiles([], {root, severities}))).toEqual(told)
  })

  test('are those of the config, and over them those that are asked for', async () => {
    const workspace = await open(folder({'spec.config.yaml': 'rules:\n  missing-metadata: info\n', 'specs/a.md': TEXT}))
    const severity = async (options: object) =>
      severitiesOf((await lint(TEXT, {path: 'specs/a.md', workspace, ...options})).messages, 'missing-metadata')
    expect(await severity({})).toEqual(['info'])
    expect(await severity({severities: {}})).toEqual(['info'])
    expect(await severity({severities: {'missing-metadata': 'error'}})).toEqual(['error'])
    expect(await severity({severities: {'missing-metadata': 'off'}})).toEqual([])
    const all = await lintFiles([], {workspace, severities: {'missing-metadata': 'warning'}})
    expect(severitiesOf(all.files[0]?.messages ?? [], 'missing-metadata')).toEqual(['warning'])
    await workspace.close()
  })

  test('of a config are told at their place, of a workspace below by the path from here', async () => {
    const config = 'rules:\n  residue: off\n  resideu: off\n'
    const own = folder({'spec.config.yaml': config, 'specs/a.md': TEXT})
    const told = `3:3 Unexpected rule "resideu", ${words} | residue`
    expect(await problemsOf(lintFiles([], {root: own}), own)).toEqual([`spec.config.yaml:${told}`])
    const root = folder({'spec.config.yaml': '', 'one/spec.config.yaml': config, 'one/specs/a.md': TEXT})
    expect(await problemsOf(lintFiles(['one/specs/a.md'], {root, cwd: root}), root)).toEqual([
      `one/spec.config.yaml:${told}`,
    ])
  })

  test('may be asked of a rule that one of the workspaces has', async () => {
    const schema = JSON.stringify({
      $ref: 'specwright:core',
      $defs: {mine: {severity: 'warning', message: 'No drift', required: ['drift']}},
    })
    const root = folder({
      'spec.config.yaml': '',
      'specs/a.md': TEXT,
      'one/spec.config.yaml': 'kinds:\n  note: {files: "notes/*.md", template: form.md, schema: note.json}\n',
      'one/form.md': '# [N]\n\n## Summary\n',
      'one/note.json': schema,
      'one/notes/b.md': TEXT,
    })
    const report = await lintFiles(['specs/a.md', 'one/notes/b.md'], {root, cwd: root, severities: {mine: 'error'}})
    expect(report.files.map(({path, kind, messages}) => [path, kind, severitiesOf(messages, 'mine')])).toEqual([
      ['one/notes/b.md', 'note', ['error']],
      ['specs/a.md', 'rfc', []],
    ])
    const [mine] = (report.files[0]?.messages ?? []).filter(({ruleId}) => ruleId === 'mine')
    expect(mine?.related?.map(({path}) => path)).toEqual(['one/note.json'])
    expect(await problemsOf(lintFiles(['specs/a.md'], {root, cwd: root, severities: {mine: 'error'}}))).toEqual([
      `-:1:1 Unexpected rule "mine", ${words}`,
    ])
    // The path of a schema that was named here stays.
    const named = {text: schema.replace('specwright:core', 'specwright:rfc'), path: 'team.json'}
    const below = folder({'spec.config.yaml': '', 'one/spec.config.yaml': '', 'one/specs/b.md': TEXT})
    const {files} = await lintFiles(['one/specs/b.md'], {root: below, cwd: below, schema: named})
    const places = files.flatMap(({messages}) => messages.filter(({ruleId}) => ruleId === 'mine'))
    expect(places.map(({related}) => related?.map(({path}) => path))).toEqual([['team.json']])
  })
})

describe('the kind of a document', () => {
  test('is told by its last comment, near its end', async () => {
    const kinds = await builtInKinds()
    const kindOf = (text: string) => {
      const {kind, assumed} = kindByText(text, kinds)
      return assumed ? `${kind.name}?` : kind.name
    }
    const mark = '<!-- spec: research v1 -->'
    expect(kindOf(`# A\n\n${mark}`)).toBe('research')
    expect(kindOf(`# A\n\n${mark}\n\n \n`)).toBe('research')
    expect(kindOf(`# A\n\n<!-- x -->\n${mark}\n`)).toBe('research')
    expect(kindOf(`# A\n\n${mark}\n<!-- x -->\n`)).toBe('rfc?')
    expect(kindOf(`# A\n\n${mark}\n\nText.\n`)).toBe('rfc?')
    expect(kindOf('# A\n\n<!-- spec: constructor v1 -->\n')).toBe('rfc?')
    expect(kindOf(mark)).toBe('research')
    expect(kindOf(`${mark}${' '.repeat(474)}`)).toBe('research')
    expect(kindOf(`${mark}${' '.repeat(475)}`)).toBe('rfc?')
  })

  test('is one of those that there are', async () => {
    const {rfc, ...others} = await kindsInForce({})
    if (!rfc) throw new Error('There is one')
    expect(kindNamed(rfc, others)).toBe(rfc)
    expect(() => kindNamed('constructor', others)).toThrow(
      'Unknown kind "constructor", expected one of research, index',
    )
    await expect(lint('x', {kind: 'none', kinds: {rfc}})).rejects.toThrow(/^Unknown kind "none", expected one of rfc$/)
  })

  test('with a schema of one’s own is read once, and stands in the place of its name', async () => {
    const schema = {text: '{"$ref": "specwright:research", "$defs": {"research-status": true}}'}
    const [one, two] = [await kindsInForce({schema}), await kindsInForce({schema})]
    expect(Object.keys(one)).toEqual(['rfc', 'research', 'index'])
    expect(one.research).toBe(two.research)
    expect(one.research?.law.rules.find(({id}) => id === 'research-status')?.off).toBe(true)
    expect(one.rfc).toBe((await builtInKinds()).rfc)
    const broken = {text: '{\n"$ref": "specwright:none",\n"$defs": 1}'}
    expect(await problemsOf(kindsInForce({schema: broken}))).toHaveLength(2)
    await expect(kindsInForce({schema: broken})).rejects.toThrow(
      /^schema:3: Unexpected value .*\nschema:2: Unexpected schema/,
    )
  })
})

describe('the path of a document', () => {
  test('may be absolute, below the root or elsewhere', async () => {
    const workspace = await open(folder({'spec.config.yaml': ''}))
    const pathOf = async (path?: string, given: Workspace | undefined = workspace) =>
      (await lint(TEXT, {...(path !== undefined && {path}), ...(given && {workspace: given})})).path
    expect(await pathOf(join(workspace.root, 'specs/a.md'))).toBe('specs/a.md')
    expect(await pathOf('specs/a.md')).toBe('specs/a.md')
    expect(await pathOf(`${workspace.root}-b/a.md`)).not.toMatch(/^-b/)
    expect(await pathOf()).toBe('document.md')
    expect((await lint(TEXT, {path: '/x/a.md'})).path).toBe('/x/a.md')
    await workspace.close()
  })
})

test('why a document was not checked is told in one line, and not without end', () => {
  const workspace = undefined
  expect(whyNotChecked(new LimitError('it is  too\nlarge'), workspace)).toBe('it is  too\nlarge')
  expect(whyNotChecked(new TypeError(`no\n\t such ${'x'.repeat(300)}`), workspace)).toBe(
    `checking it failed (TypeError: no such ${'x'.repeat(200 - 'TypeError: no such '.length)})`,
  )
  expect(whyNotChecked('a word', workspace)).toBe('checking it failed (a word)')
})

describe('notes of a run', () => {
  test('on threads that it could not have', () => {
    const threads = (reason: string | undefined) =>
      ({lacking: () => reason}) as unknown as Parameters<typeof lackingNote>[0]
    expect(lackingNote(undefined)).toBeUndefined()
    expect(lackingNote(threads(undefined))).toBeUndefined()
    expect(lackingNote(threads('none\n  left'))).toEqual({
      code: 'no-threads',
      text: 'No thread can be started here (none left): no document has a limit of time and memory',
    })
    expect(lackingNote(threads('x'.repeat(300)))?.text.length).toBeLessThan(300)
  })

  test('on documents that have not changed', () => {
    expect(unchangedNote(1)).toEqual({code: 'unchanged', text: 'Left out: 1 document has not changed since "HEAD"'})
    expect(unchangedNote(2, 'a\u202E')).toEqual({
      code: 'unchanged',
      text: expect.stringMatching(/^Left out: 2 documents have not changed since "a[^\u202E]+"$/),
    })
  })
})

describe('what has changed', () => {
  const file = (path: string, kind = 'rfc'): Selected => ({path, kind, named: false})
  const files = [file('a.md'), file('b.md'), file('README.md', 'index')]
  const workspace = (paths: string[], more: object = {}) =>
    ({
      staged: false,
      changes: async () => ({ok: true, changed: new Map(paths.map(path => [path, {}]))}),
      ...more,
    }) as unknown as Workspace
  const left = async (paths: string[], since: string | undefined, more: object = {}) => {
    const changed = await changedOf(files, {workspace: workspace(paths, more), since})
    return [changed.files.map(({path}) => path), changed.unchanged, [...changed.changes.keys()]]
  }

  test('stays, and pages that list it with it', async () => {
    expect(await left(['a.md'], 'main')).toEqual([['a.md', 'README.md'], 1, ['a.md']])
    expect(await left(['README.md'], 'main')).toEqual([['README.md'], 2, ['README.md']])
    expect(await left([], 'main')).toEqual([[], 3, []])
    expect(await left(['a.md', 'b.md'], 'main')).toEqual([['a.md', 'b.md', 'README.md'], 0, ['a.md', 'b.md']])
  })

  test('is not asked for where nothing asks, and is told where the index is read', async () => {
    const none = {changes: () => Promise.reject(new Error('Nobody asks'))}
    expect(await left([], undefined, none)).toEqual([['a.md', 'b.md', 'README.md'], 0, []])
    expect(await left(['a.md'], undefined, {staged: true})).toEqual([['a.md', 'b.md', 'README.md'], 0, ['a.md']])
    const unknown = {changes: async () => ({ok: false, reason: 'No such revision.'})}
    expect(await left([], undefined, {staged: true, ...unknown})).toEqual([['a.md', 'b.md', 'README.md'], 0, []])
    await expect(left([], 'main', unknown)).rejects.toThrow('What has changed cannot be told. No such revision.')
  })
})

test('facts of files come one by one, each with what it is held to, or why there are none', async () => {
  const workspace = await open(
    folder({
      'spec.config.yaml': 'rules:\n  residue: info\n',
      'specs/a.md': TEXT,
      'specs/deep.md': `${'>'.repeat(200)} a\n`,
      'specs/odd.md': Uint8Array.of(0xff, 0xfe, 0x41),
    }),
  )
  const {files} = await workspace.select([])
  const found = []
  for await (const each of factsOfFiles(files, {workspace})) found.push(each)
  expect(
    found.map(each => [each.path, each.ok ? each.kind.name : each.kind, each.ok ? each.severities : each.reason]),
  ).toEqual([
    ['specs/a.md', 'rfc', {residue: 'info'}],
    ['specs/deep.md', 'rfc', 'its quotes and lists nest deeper than 100 levels'],
    ['specs/odd.md', 'rfc', expect.stringContaining('UTF')],
  ])
  await workspace.close()
})
