import {describe, expect, test} from 'vitest'
import {builtInKinds, type Kind, kindsOf, type SettingsError} from '../../src/lint/index.js'
import {folder} from '../support/folders.js'
import {open} from '../workspace/support.js'

const FORM = '# [N]\n\n## Summary\n'
const RULE = JSON.stringify({
  $ref: 'specwright:core',
  $defs: {mine: {severity: 'error', message: 'x', required: ['drift']}},
})

interface Read {
  kinds: Readonly<Record<string, Kind>>
  again: Readonly<Record<string, Kind>>
  told: string[]
  message?: string
}

/** The kinds of a workspace with files, or what is wrong with them, with paths from its root. */
async function kindsIn(config: string, files: Record<string, string> = {}): Promise<Read> {
  const root = folder({'spec.config.yaml': config, ...files})
  const workspace = await open(root)
  try {
    return {kinds: await kindsOf(workspace), again: await kindsOf(workspace), told: []}
  } catch (error) {
    const {name, message, problems} = error as SettingsError
    expect(name).toBe('SettingsError')
    const told = problems.map(({severity, path = '-', range, reason}) => {
      expect(severity).toBe('error')
      return `${path.replace(`${root}/`, '')}:${range.start.line} ${reason}`
    })
    return {kinds: {}, again: {}, told, message}
  } finally {
    await workspace.close()
  }
}
const toldOf = async (config: string, files: Record<string, string> = {}) => (await kindsIn(config, files)).told

describe('the kinds of a config', () => {
  test('are those that come with us where it has none of its own', async () => {
    const builtIn = await builtInKinds()
    expect(await kindsOf(undefined)).toBe(builtIn)
    expect((await kindsIn('')).kinds).toBe(builtIn)
    expect((await kindsIn('kinds:\n  rfc: {files: "rfcs/*.md"}\n')).kinds).toBe(builtIn)
  })

  test('are read once, of a template and a schema each', async () => {
    const config =
      'kinds:\n  note: {files: "n/*.md", template: form.md, schema: note.json}\n  bare: {files: "b/*.md", template: form.md}\n'
    const {kinds, again} = await kindsIn(config, {'form.md': FORM, 'note.json': RULE})
    expect(again).toBe(kinds)
    expect(Object.keys(kinds)).toEqual(['rfc', 'research', 'index', 'note', 'bare'])
    const {note, bare, rfc} = kinds
    expect(rfc).toBe((await builtInKinds()).rfc)
    expect(note).toMatchObject({name: 'note', template: {kind: 'note', sections: [{id: 'summary'}]}})
    expect(note).not.toHaveProperty('versions')
    expect(note?.law.rules.find(({id}) => id === 'mine')?.source?.path).toBe('note.json')
    expect(bare?.law.rules.map(({id}) => id)).toEqual(note?.law.rules.map(({id}) => id).filter(id => id !== 'mine'))
  })

  test('may change a part of one that comes with us', async () => {
    const builtIn = (await builtInKinds()).rfc
    const formed = (await kindsIn('kinds:\n  rfc: {template: form.md}\n', {'form.md': FORM})).kinds.rfc
    expect(formed?.template?.sections.map(({id}) => id)).toEqual(['summary'])
    expect(formed?.law).toBe(builtIn?.law)
    expect(formed).not.toHaveProperty('versions')
    const ruled = (await kindsIn('kinds:\n  rfc: {schema: own.json}\n', {'own.json': RULE})).kinds.rfc
    expect(ruled?.template).toBe(builtIn?.template)
    expect(ruled?.versions).toBe(builtIn?.versions)
    expect(ruled?.law.id).toBe('own.json')
    const later = (await kindsIn('kinds:\n  rfc: {version: 2}\n')).kinds.rfc
    expect([later?.template?.version, later?.versions, later?.law]).toEqual([2, builtIn?.versions, builtIn?.law])
  })

  test('may have versions, of which the first that is named is that of new documents', async () => {
    const files = {
      '1.md': '<!-- spec-template\nversion: 1\n-->\n# [N]\n\n## Old\n',
      '2.md': '<!-- spec-template\nversion: 2\n-->\n# [N]\n\n## New\n',
    }
    const note = async (more = '') =>
      (await kindsIn(`kinds:\n  note: {files: "n/*.md", template: [2.md, 1.md]${more}}\n`, files)).kinds.note
    expect((await note())?.template?.version).toBe(2)
    expect((await note())?.versions?.map(({version}) => version)).toEqual([1, 2])
    expect((await note(', version: 1'))?.template?.sections[0]?.id).toBe('old')
    expect(
      await toldOf('kinds:\n  note:\n    files: "n/*.md"\n    template: [2.md, 1.md]\n    version: 3\n', files),
    ).toEqual(['spec.config.yaml:5 Unexpected version 3 of the kind "note", expected one of 1, 2'])
    const same = {'1.md': files['1.md'], '2.md': files['1.md'].replace('Old', 'Other')}
    expect(await toldOf('kinds:\n  note:\n    files: "n/*.md"\n    template: [2.md, 1.md]\n', same)).toEqual([
      'spec.config.yaml:4 1.md:1: Unexpected second template of version 1, expected another number',
    ])
  })
})

describe('what is wrong with a kind is told at its place', () => {
  test('in the config, where a part is missing or cannot be read', async () => {
    expect(await toldOf('kinds:\n  note: {files: "n/*.md"}\n')).toEqual([
      'spec.config.yaml:2 Unexpected kind "note" without a template, expected "template" with the path of one',
    ])
    expect(await toldOf('kinds:\n  note: {template: form.md}\n', {'form.md': FORM})).toEqual([
      'spec.config.yaml:2 Unexpected kind "note" without files, expected "files" with globs of its documents',
    ])
    expect(await toldOf('kinds:\n  note:\n    files: "n/*.md"\n    template: none.md\n')).toEqual([
      expect.stringMatching(/^spec\.config\.yaml:4 The template "none\.md" cannot be used: ./),
    ])
    expect(
      await toldOf('kinds:\n  note:\n    files: "n/*.md"\n    template: form.md\n    schema: none.json\n', {
        'form.md': FORM,
      }),
    ).toEqual([expect.stringMatching(/^spec\.config\.yaml:5 The schema "none\.json" cannot be used: ./)])
  })

  test('in a template, and in a schema', async () => {
    const config = 'kinds:\n  note: {files: "n/*.md", template: form.md, schema: note.json}\n'
    const twice = {'form.md': `${FORM}\n## Summary\n`, 'note.json': RULE}
    const {told, message} = await kindsIn(config, twice)
    expect(told).toEqual([expect.stringMatching(/^form\.md:5 Unexpected second section "Summary"/)])
    expect(message).toMatch(/^form\.md:5: Unexpected second section "Summary"/)
    const broken = {
      'form.md': FORM,
      'note.json': '{"$defs": {\n"a": {"severity": "error", "message": "x", "requird": []},\n"B": {"mark": 1}}}',
    }
    expect(await toldOf(config, broken)).toEqual([
      'note.json:2 Unexpected keyword "requird", expected one of JSON Schema or ours that can be checked here',
      'note.json:3 Unexpected rule id "B", expected small letters and digits joined with hyphens',
      'note.json:3 Unexpected value of "mark", expected a text',
      'note.json:3 Missing "severity" of rule "B"',
      'note.json:3 Missing "message" of rule "B"',
    ])
  })
})
