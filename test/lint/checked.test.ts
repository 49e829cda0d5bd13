import {describe, expect, test} from 'vitest'
import {statusChange} from '../../src/lint/changes.js'
import {citeFiles} from '../../src/lint/cite-files.js'
import {heldKind} from '../../src/lint/held.js'
import {builtInKinds, fixFiles, type LintFilesOptions, lintFiles, readIndexes} from '../../src/lint/index.js'
import {check} from '../../src/lint/lint.js'
import {findApart} from '../../src/lint/lint-file.js'
import {kindByText} from '../../src/lint/options.js'
import {lookFor, type Subject} from '../../src/lint/read-facts.js'
import {rulePage} from '../../src/lint/rule-page.js'
import {sound} from '../cli/documents.js'
import {folder} from '../support/folders.js'
import {open} from '../workspace/support.js'

const kinds = await builtInKinds()
const [rfc, research, index] = ['rfc', 'research', 'index'].map(name => {
  const kind = kinds[name]
  if (!kind) throw new Error(`no kind ${name}`)
  return kind
}) as [Subject['kind'], Subject['kind'], Subject['kind']]

const linked = sound.replace('A paper card', '[x](research/x.md), [y](../research/y.md). A paper card')
const FILES = {'specs/a.md': linked, 'research/x.md': '# Research: Search\n'}
const LIST = '# Specs\n\n<!-- spec-list: begin columns=title -->\n<!-- spec-list: end -->\n'
const DEEP = `${'> '.repeat(200)}a\n`

async function subjectIn(files: Record<string, string>, path: string, kind = rfc): Promise<Subject> {
  const workspace = await open(folder(files))
  return {text: files[path] ?? '', path, kind, workspace, limits: undefined}
}

describe('what is found of a document', () => {
  test('is its status, and what was asked of the world', async () => {
    const {status, asked} = await check(await subjectIn(FILES, 'specs/a.md'))
    expect(status).toBe('Draft (WIP)')
    expect(asked?.questions.map(({path}) => path)).toContain('research/y.md')
    expect([...(asked?.world.entries ?? [])]).toContainEqual(['research/x.md', expect.objectContaining({type: 'file'})])
  })

  test('is no status in a kind that has none', async () => {
    expect(await check(await subjectIn(FILES, 'research/x.md', research))).not.toHaveProperty('status')
  })

  test('holds nothing of the world where that is what lists tell of other documents', async () => {
    const subject = await subjectIn({...FILES, 'specs/README.md': LIST}, 'specs/README.md', index)
    const {asked, report} = await check(subject)
    expect(asked).toBeUndefined()
    expect(report.messages.map(({ruleId}) => ruleId)).toEqual(['stale-index'])
  })

  test('is what lists tell of it, and what was asked', async () => {
    const found = await findApart(await subjectIn(FILES, 'specs/a.md'))
    expect(found.listed).toMatchObject({path: 'specs/a.md', status: {value: 'Draft (WIP)'}})
    expect(found.asked).toBeDefined()
  })

  test('is no more than why, where it could not be checked', async () => {
    const found = await findApart({...(await subjectIn(FILES, 'specs/a.md')), text: DEEP})
    expect(Object.keys(found)).toEqual(['judged'])
    expect(found.judged).toMatchObject({report: {status: 'not-checked'}, unjudged: {rules: new Set(), places: []}})
  })
})

test('what others say of the same matter is asked of the world for specs, not for research', async () => {
  const workspace = await open(folder(FILES))
  expect((await lookFor(rfc, [], workspace)).surroundings).toBeDefined()
  expect((await lookFor(research, [], workspace)).surroundings).toBeUndefined()
})

describe('citations of files', () => {
  const citedIn = async (files: Record<string, string>) => {
    const workspace = await open(folder(files))
    const {files: selected} = await workspace.select([])
    const found = []
    for await (const each of citeFiles(selected, {workspace})) found.push(each)
    return found
  }

  test('are told with the rules that accuse them', async () => {
    const [file] = await citedIn(FILES)
    expect(file).toMatchObject({path: 'specs/a.md', kind: 'rfc', status: 'checked', skipped: []})
    const told = file?.citations.filter(({kind}) => kind === 'research')
    expect(told?.map(({target, accusedBy}) => [target, accusedBy])).toEqual([
      ['research/x.md', ['root-relative-link']],
      ['../research/y.md', ['dead-citation']],
    ])
    expect(file?.sources.map(({path}) => path)).toEqual(['research/x.md'])
  })

  test('are not accused by a rule that is off', async () => {
    const [file] = await citedIn({...FILES, 'spec.config.yaml': 'rules:\n  dead-citation: off\n'})
    const gone = file?.citations.find(({target}) => target === '../research/y.md')
    expect(gone).toBeDefined()
    expect(gone).not.toHaveProperty('accusedBy')
  })

  test('are none of a document that cannot be checked, with the reason', async () => {
    const [file] = await citedIn({'specs/a.md': DEEP})
    expect(file).toMatchObject({path: 'specs/a.md', kind: 'rfc', status: 'not-checked', citations: [], sources: []})
    expect(file).toHaveProperty('reason', expect.stringContaining('nest'))
    expect(file?.skipped).toEqual([])
    expect(file?.outward('x.md')).toBe('x.md')
  })
})

describe('a status has changed', () => {
  const folders = {specs: ['specs'], research: ['research']} as unknown as Parameters<typeof statusChange>[1]['folders']
  const change = (text: string | undefined, status: string | undefined) =>
    statusChange(text === undefined ? {} : {before: {path: 'specs/a.md', text}}, {status, kind: rfc, folders})

  test('where it was another one before', () => {
    expect(change(sound, 'Approved')).toEqual({before: 'Draft (WIP)', now: 'Approved'})
    expect(change(sound, undefined)).toEqual({before: 'Draft (WIP)', now: undefined})
  })

  test.each([
    ['it is the same', sound, 'Draft (WIP)'],
    ['there was no document', undefined, 'Approved'],
    ['the document could not be checked then', DEEP, 'Approved'],
  ])('not where %s', (_, text, status) => {
    expect(change(text, status)).toBeUndefined()
  })

  test('not in a kind that has none', () => {
    const before = {path: 'research/a.md', text: '# A\n'}
    expect(statusChange({before}, {status: 'Approved', kind: research, folders})).toBeUndefined()
  })

  test('not where nothing is known of before', () => {
    expect(statusChange(undefined, {status: 'Approved', kind: rfc, folders})).toBeUndefined()
  })
})

describe('files are mended', () => {
  const short = linked.replace('Draft (WIP)', 'Draft')
  const mendedIn = async (files: Record<string, string>, options: object = {}) => {
    const workspace = await open(folder(files))
    const {files: reports} = await lintFiles([], {workspace})
    const told: unknown[] = []
    const onProgress: LintFilesOptions['onProgress'] = ({done, total, path}) => told.push([done, total, path])
    const fixed = await fixFiles(reports, {workspace, onProgress, ...options})
    return {fixed: fixed.map(({path, mended}) => [path, mended.map(({ruleId}) => ruleId).join()]), told}
  }

  test('where a message has a fix, one after the other', async () => {
    const files = {...FILES, 'specs/b.md': sound, 'specs/c.md': short}
    expect(await mendedIn(files)).toEqual({
      fixed: [
        ['specs/a.md', 'root-relative-link'],
        ['specs/c.md', 'status-note,root-relative-link'],
      ],
      told: [
        [0, 2, 'specs/a.md'],
        [1, 2, 'specs/c.md'],
        [2, 2, undefined],
      ],
    })
  })

  test('only of the severities that are asked for', async () => {
    const files = {...FILES, 'specs/c.md': short}
    expect((await mendedIn(files, {only: ['info']})).fixed).toEqual([['specs/c.md', 'status-note']])
  })

  test('by what needs a look only where that is asked for', async () => {
    const files = {'specs/a.md': sound.replace('### 2.2', '### 2.3')}
    expect((await mendedIn(files)).fixed).toEqual([])
    expect((await mendedIn(files, {unsafe: true})).fixed).toEqual([['specs/a.md', 'heading-number']])
  })
})

describe('the kind of a document that says nothing of it', () => {
  test('is that of pages where it has a list', () => {
    expect(kindByText(LIST, kinds)).toEqual({kind: index, assumed: false})
  })
  test('is assumed where there is no kind of such pages', () => {
    expect(kindByText(LIST, {rfc})).toEqual({kind: rfc, assumed: true})
  })
})

describe('a kind with the version of its template that a document is held to', () => {
  const held = (version: number) => heldKind(rfc, {template: {version} as never})
  test('is the kind itself where that is the version of new documents', () => {
    expect(held(1)).toBe(rfc)
  })
  test('is one and the same each time', () => {
    expect(held(2)).not.toBe(rfc)
    expect(held(2)).toBe(held(2))
    expect(held(2).template?.version).toBe(2)
  })
})

test('a page tells its lists, be they in a document of any kind', async () => {
  const workspace = await open(folder(FILES))
  const {indexes} = await readIndexes(LIST, {path: 'docs/all.md', workspace})
  expect(indexes).toMatchObject([{current: false}])
  expect((await readIndexes('# None\n', {path: 'docs/all.md', workspace})).indexes).toEqual([])
  await expect(readIndexes(LIST, {path: 'docs/all.md', workspace, limits: {bytes: 3}})).rejects.toThrow(/bytes/)
})

describe('what a list tells of every spec', () => {
  const listedIn = async (files: Record<string, string>, limits = {}) => {
    const workspace = await open(folder(files))
    return (await readIndexes(LIST, {path: 'all.md', workspace, limits})).listed
  }
  test('is why it could not be read, where it could not', async () => {
    const [deep, large] = await listedIn({'specs/a.md': DEEP, 'specs/b.md': sound}, {bytes: 800})
    expect(deep).toEqual({path: 'specs/a.md', kind: 'rfc', reason: expect.stringContaining('nest'), statuses: []})
    expect(large).toEqual({path: 'specs/b.md', kind: 'rfc', reason: expect.stringContaining('800'), statuses: []})
  })
  test('is read by the kinds of the workspace', async () => {
    const config = 'kinds:\n  note:\n    template: form.md\n    files: ["notes/*.md"]\n'
    const files = {'spec.config.yaml': config, 'form.md': '# T\n\n## Why\n', 'notes/a.md': '# A\n\n## Why\n\nSo.\n'}
    expect(await listedIn(files)).toMatchObject([{path: 'notes/a.md', kind: 'note', sections: {filled: 1, all: 1}}])
  })
})

describe('the page of a rule', () => {
  const page = (homepage: string | undefined, documented?: boolean) => rulePage({id: 'residue', documented}, homepage)
  test('stands below the homepage, without its anchor and the bars at its end', () => {
    expect(page('https://a.example/b//#read#me', true)).toBe('https://a.example/b/docs/rules/residue.md')
    expect(page('https://a.example', true)).toBe('https://a.example/docs/rules/residue.md')
  })
  test('is none where the rule has none, or nobody says where', () => {
    expect(page('https://a.example')).toBeUndefined()
    expect(page('https://a.example', false)).toBeUndefined()
    expect(page(undefined, true)).toBeUndefined()
  })
})
