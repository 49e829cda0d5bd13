import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {fix, fixFiles, lint, lintFiles, readIndexes} from '../../src/lint/index.js'
import {builtInKinds} from '../../src/lint/kinds.js'
import {mendDocument} from '../../src/lint/mend/document.js'
import {keyOf} from '../../src/lint/results/digests.js'
import {rulingsOf} from '../../src/lint/rulings.js'
import {openWorkspace} from '../../src/workspace/index.js'
import {sound} from '../cli/documents.js'
import {spec} from '../cli/support.js'
import {folder} from '../support/folders.js'
import {open} from '../workspace/support.js'

const RESEARCH = '# Research: Search\n'
const linked = (...links: string[]) =>
  sound.replace('A paper card', `${links.map(link => `[x](${link})`).join(' and ')}. A paper card`)

describe('what cannot be read', () => {
  test('is mended by nothing', async () => {
    const deep = '>'.repeat(200)
    expect(await fix(deep)).toEqual({text: deep, mended: [], withdrawn: []})
    const workspace = await open(folder({'specs/a.md': linked('research/a.md'), 'research/a.md': RESEARCH}))
    const {files} = await lintFiles([], {workspace})
    expect(files.map(({messages}) => messages.some(({fix}) => fix?.safe))).toEqual([true])
    expect((await fixFiles(files, {workspace})).map(({path}) => path)).toEqual(['specs/a.md'])
    // It may have changed since it was checked, or gone.
    expect(
      await fixFiles(
        files.map(file => ({...file, path: 'specs/gone.md'})),
        {workspace},
      ),
    ).toEqual([])
    await workspace.close()
    writeFileSync(join(workspace.root, 'specs/a.md'), deep)
    const fresh = await open(workspace.root)
    expect(await fixFiles(files, {workspace: fresh})).toEqual([])
    await fresh.close()
  })

  test('is told as an RFC where no kind claims it', async () => {
    const workspace = await open(folder({'docs/a.md': Uint8Array.of(0xff, 0xfe, 0x41), 'specs/b.md': sound}))
    const {files} = await lintFiles(['docs/a.md'], {workspace})
    expect(files).toMatchObject([{path: 'docs/a.md', kind: 'rfc', status: 'not-checked'}])
    await workspace.close()
  })

  test('stands in lists with the reason', async () => {
    const root = folder({'specs/a.md': Uint8Array.of(0xff, 0xfe, 0x41), 'specs/b.md': sound})
    const page = '# Specs\n\n<!-- spec-list: begin -->\n<!-- spec-list: end -->\n'
    const workspace = await open(root)
    const {listed} = await readIndexes(page, {path: 'specs/README.md', workspace})
    expect(listed.map(({path, reason}) => [path, reason !== undefined])).toEqual([
      ['specs/a.md', true],
      ['specs/b.md', false],
    ])
    await workspace.close()
  })
})

describe('a baseline', () => {
  test('keeps what it freezes from being mended beside what is new', async () => {
    const files = {'specs/a.md': linked('research/a.md'), 'research/a.md': RESEARCH, 'research/b.md': RESEARCH}
    const root = folder(files)
    expect((await spec(root, ['lint', '--update-baseline'])).status).toBe(0)
    writeFileSync(join(root, 'specs/a.md'), linked('research/a.md', 'research/b.md'))
    const {stdout, status} = await spec(root, ['lint', '--fix', '--dry-run'])
    expect(stdout).toContain('[x](research/a.md) and [x](../research/b.md)')
    expect(status).toBe(0)
  })
})

describe('a schema of one’s own', () => {
  test('is told of beside what is mended by it', async () => {
    const schema = {
      path: 'team.json',
      text: JSON.stringify({
        $ref: 'specwright:rfc',
        $defs: {'root-relative-link': {$ref: 'specwright:rfc#/$defs/root-relative-link', severity: 'warning'}},
      }),
    }
    const workspace = await open(folder({'specs/a.md': linked('research/a.md'), 'research/a.md': RESEARCH}))
    const {text, mended} = await fix(linked('research/a.md'), {path: 'specs/a.md', workspace, schema})
    expect(text).toBe(linked('../research/a.md'))
    expect(mended.map(({ruleId, severity}) => [ruleId, severity])).toEqual([['root-relative-link', 'warning']])
    expect(mended[0]?.related?.at(-1)).toMatchObject({path: 'team.json', reason: 'The rule stands here'})
    await workspace.close()
  })
})

describe('workspaces', () => {
  test('are those of the working folder where no root is named', async () => {
    const {files} = await lintFiles([], {cwd: folder({'spec.config.yaml': '', 'specs/a.md': sound})})
    expect(files.map(({path}) => path)).toEqual(['specs/a.md'])
  })

  test('may lie in a folder whose name has a backslash', async () => {
    const root = join(folder({'a\\b/specs/a.md': sound}), 'a\\b')
    const workspace = await open(root)
    const {path} = await lint(sound, {path: join(root, 'specs/a.md'), workspace})
    expect(path).toBe('specs/a.md')
    await workspace.close()
  })

  test('are not needed to tell documents apart', async () => {
    const {rfc} = await builtInKinds()
    if (!rfc) throw new Error('there is no kind "rfc"')
    const key = (text: string) =>
      keyOf({text, path: 'a.md', kind: rfc, workspace: undefined, limits: undefined}, 'stamp')
    expect(key('a')).toBe(key('a'))
    expect(key('a')).not.toBe(key('b'))
  })
})

describe('kinds in a config', () => {
  const lintIn = (config: string, files: Record<string, string> = {}) =>
    spec(folder({'spec.config.yaml': config, 'specs/a.md': sound, ...files}), ['lint', '--format', 'compact'])

  test('may be of another version than the first, where there are some', async () => {
    expect((await lintIn('kinds: {rfc: {version: 2}}\n')).status).toBe(0)
    expect((await lintIn('kinds: {rfc: {version: 7}}\n')).stderr).toContain(
      'Unexpected version 7 of the kind "rfc", expected one of 1, 2',
    )
    expect((await lintIn('kinds: {research: {version: 1}}\n')).stderr.replace(/\s+/g, ' ')).toContain(
      'Unexpected version 1 of the kind "research", expected one of none: the kind has no template',
    )
  })
})

test('a schema without a path is told without one', async () => {
  const root = folder({'specs/a.md': '# A\n'})
  const workspace = await openWorkspace({root})
  const {files} = await workspace.select([])
  await expect(rulingsOf(workspace, files, {schema: {text: '{"$ref": "specwright:none"}'}})).rejects.toMatchObject({
    name: 'SettingsError',
    problems: [expect.not.objectContaining({path: expect.anything()})],
  })
  await workspace.close()
})

test('a document that an edit would make too large, or that is too deep, is not mended', async () => {
  const {rfc} = await builtInKinds()
  if (!rfc) throw new Error('no rfc')
  const subject = {path: 'specs/a.md', kind: rfc, workspace: undefined, severities: undefined}
  const open = '# A\n\n```\nopen\n'
  expect(await mendDocument({...subject, text: open, limits: {}}, {unsafe: true})).toMatchObject({
    text: `${open}\`\`\`\n`,
  })
  expect(
    (await mendDocument({...subject, text: open, limits: {bytes: open.length}}, {unsafe: true}))?.text ?? open,
  ).toBe(open)
  const deep = `${'>'.repeat(200)} a\n`
  expect(await mendDocument({...subject, text: deep, limits: {}}, {reported: []})).toBeUndefined()
})
