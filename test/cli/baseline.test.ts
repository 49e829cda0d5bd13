import {chmodSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {Ajv2020} from 'ajv/dist/2020.js'
import {describe, expect, test} from 'vitest'
import {folder} from '../support/folders.js'
import {doubtful, faulty, sound} from './documents.js'
import {spec} from './support.js'

const schemaOf = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../schema/${name}.schema.json`, import.meta.url), 'utf8'))
const ajv = new Ajv2020({strictTypes: false, strictRequired: false})
const isReport = ajv.compile(schemaOf('report'))
const isBaseline = ajv.compile(schemaOf('baseline'))

const FILE = 'spec.baseline.json'
/** Two equal dead links, an unknown status and a machine for an author. */
const rotten = faulty
  .replace('Ada Example', 'Developer')
  .replace('In one go.', 'In one go, see [plan](../research/gone.md) and\n[plan](../research/gone.md).')

const fileOf = (root: string, name = FILE): string => readFileSync(join(root, name), 'utf8')
const put = (root: string, path: string, text: string): void => writeFileSync(join(root, path), text)

/** What `spec lint --format json` says, held against its schema. */
async function linted(root: string, ...argv: string[]) {
  const {status, stdout, stderr} = await spec(root, ['lint', '--format', 'json', ...argv])
  const data = JSON.parse(stdout)
  expect(isReport(data), JSON.stringify(isReport.errors)).toBe(true)
  return {
    status,
    stderr,
    summary: data.summary,
    baseline: data.baseline,
    messages: data.files.flatMap(
      ({path, messages}: {path: string; messages: {ruleId: string; range: {start: {line: number}}}[]}) =>
        messages.map(({ruleId, range}) => `${path}:${range.start.line} ${ruleId}`),
    ),
  }
}

/** A workspace whose specs are frozen as they are. */
async function frozen(files: Record<string, string> = {'specs/a.md': rotten, 'specs/b.md': sound}): Promise<string> {
  const root = folder(files)
  expect((await spec(root, ['lint', '--update-baseline'])).status).toBe(0)
  return root
}

describe('a frozen workspace', () => {
  test('is clean, and what is left out is counted', async () => {
    const root = folder({'specs/a.md': rotten, 'specs/b.md': sound})
    expect(await linted(root)).toMatchObject({status: 1, summary: {baselined: 0}})
    const first = await spec(root, ['lint', '--update-baseline'])
    expect(first.stderr).toBe(`note: Wrote the baseline "${FILE}": 4 messages of 1 document\n`)
    expect(first.stdout).toMatch(/^2 files checked, no problems \([^)]+\)\.\n4 messages left out for the baseline\.\n$/)
    expect(await linted(root)).toMatchObject({
      status: 0,
      summary: {clean: 2, errors: 0, warnings: 0, baselined: 4, stale: 0},
      baseline: {stale: [], renamed: []},
    })
    expect(await linted(root, '--no-baseline')).toMatchObject({status: 1, summary: {errors: 3, baselined: 0}})
  })

  test('holds an entry a line, sorted, without places; the same again changes no byte', async () => {
    const root = await frozen({'specs/b.md': doubtful, 'specs/a.md': rotten})
    const text = fileOf(root)
    expect(text).toBe(`{
  "schemaVersion": 1,
  "violations": {
    "specs/a.md": [
      {"count": 2, "rule": "dead-citation", "section": "migration-rollout-and-testing", "text": "../research/gone.md"},
      {"count": 1, "rule": "machine-author", "section": "", "text": "Developer"},
      {"count": 1, "rule": "unknown-status", "section": "", "text": "Drfat"}
    ],
    "specs/b.md": [
      {"count": 1, "rule": "machine-author", "section": "", "text": "Developer"}
    ]
  }
}
`)
    expect(isBaseline(JSON.parse(text)), JSON.stringify(isBaseline.errors)).toBe(true)
    const again = await spec(root, ['lint', '--update-baseline'])
    expect(again.stderr).toBe(`note: The baseline "${FILE}" stays as it is: 5 messages of 2 documents\n`)
    expect(fileOf(root)).toBe(text)
  })

  test('stays clean through edits elsewhere', async () => {
    const root = await frozen()
    const more = '## Elsewhere\n\nMore (https://example.org/more).\n\n## 2. Context'
    put(root, 'specs/a.md', rotten.replace('## 2. Context', more).replace('Readers find', 'Now  readers find'))
    expect(await linted(root)).toMatchObject({status: 0, messages: [], summary: {baselined: 4, stale: 0}})
  })

  test('tells of a new defect that equals a frozen one, once', async () => {
    const root = await frozen()
    put(root, 'specs/a.md', rotten.replace('In one go, see', 'First [plan](../research/gone.md), then'))
    const found = await linted(root)
    expect(found).toMatchObject({status: 1, summary: {errors: 1, baselined: 4}})
    expect(found.messages).toEqual([expect.stringMatching(/^specs\/a\.md:\d+ dead-citation$/)])
  })

  test('tells of the same defect elsewhere: in another section, in another document', async () => {
    const root = await frozen()
    put(root, 'specs/a.md', rotten.replace('Titles are public.', 'See [plan](../research/gone.md).'))
    put(root, 'specs/b.md', doubtful)
    expect((await linted(root)).messages).toEqual([
      expect.stringMatching(/^specs\/a\.md:\d+ dead-citation$/),
      expect.stringMatching(/^specs\/b\.md:5 machine-author$/),
    ])
  })

  test('keeps what is frozen frozen where its severity rises with the status', async () => {
    const text = sound.replace('One table of words (https://example.org/words).', 'TBD')
    const root = await frozen({'specs/a.md': text})
    put(root, 'specs/a.md', text.replace('Draft (WIP)', 'In Review (RFC)'))
    expect(await linted(root)).toMatchObject({status: 0, messages: []})
    expect((await linted(root, '--no-baseline')).status).toBe(1)
  })
})

describe('what was mended', () => {
  const mended = rotten.replace('Developer', 'Ada Example').replace(' and\n[plan](../research/gone.md)', '')

  test('is told, a line a document, and pruned when asked', async () => {
    const root = await frozen({'specs/a.md': rotten, 'specs/b.md': doubtful})
    put(root, 'specs/a.md', mended)
    put(root, 'specs/b.md', sound)
    const {status, stdout} = await spec(root, ['lint'])
    expect(stdout.split('\n').slice(1)).toEqual([
      '2 messages left out for the baseline.',
      '3 messages of the baseline are there no more (spec lint --prune-baseline removes',
      '  them from it):',
      '  specs/a.md: 2 (dead-citation, machine-author)',
      '  specs/b.md: 1 (machine-author)',
      '',
    ])
    expect(status).toBe(0)
    expect(await linted(root)).toMatchObject({
      summary: {stale: 3},
      baseline: {
        stale: [
          {
            path: 'specs/a.md',
            entries: [
              {count: 1, rule: 'dead-citation', text: '../research/gone.md'},
              {count: 1, rule: 'machine-author', text: 'Developer'},
            ],
          },
          {path: 'specs/b.md', entries: [{count: 1, rule: 'machine-author'}]},
        ],
      },
    })
    // A new defect is told, and never added.
    put(root, 'specs/b.md', sound.replace('In one go.', '[x](../research/x.md)'))
    const pruned = await spec(root, ['lint', '--prune-baseline'])
    expect(pruned).toMatchObject({status: 1})
    expect(pruned.stderr).toBe(`note: Wrote the baseline "${FILE}": 2 messages of 1 document\n`)
    expect(pruned.stdout).not.toContain('there no more')
    expect(JSON.parse(fileOf(root)).violations).toEqual({
      'specs/a.md': [
        expect.objectContaining({count: 1, rule: 'dead-citation'}),
        expect.objectContaining({count: 1, rule: 'unknown-status'}),
      ],
    })
  })

  test('is not told of what this run did not look at', async () => {
    const root = await frozen({'specs/a.md': rotten, 'specs/b.md': doubtful})
    put(root, 'specs/a.md', mended)
    expect(await linted(root, 'specs/b.md')).toMatchObject({summary: {stale: 0, baselined: 1}})
    // A rule that is off has not judged.
    expect(await linted(root, '--rule', 'machine-author:off', '--rule', 'dead-citation:off')).toMatchObject({
      summary: {stale: 0},
    })
    // A document that cannot be read, neither.
    writeFileSync(join(root, 'specs/a.md'), new Uint8Array([0xff]))
    expect(await linted(root)).toMatchObject({status: 2, summary: {stale: 0, notChecked: 1}})
    await spec(root, ['lint', '--update-baseline'])
    expect(Object.keys(JSON.parse(fileOf(root)).violations)).toEqual(['specs/a.md', 'specs/b.md'])
  })

  test('by an exception in the document counts as mended', async () => {
    const root = await frozen({'specs/a.md': doubtful})
    put(root, 'specs/a.md', `<!-- spec-lint-disable-file machine-author: a test -->\n\n${doubtful}`)
    expect(await linted(root)).toMatchObject({status: 0, summary: {excepted: 1, baselined: 0, stale: 1}})
  })
})

describe('a document that is gone', () => {
  test('and has another name now: its entries go with it, by its content', async () => {
    const root = await frozen({'specs/a.md': rotten, 'specs/b.md': doubtful})
    renameSync(join(root, 'specs/a.md'), join(root, 'specs/z.md'))
    put(root, 'specs/new.md', doubtful)
    const found = await linted(root)
    expect(found).toMatchObject({
      summary: {baselined: 5, stale: 0},
      baseline: {renamed: [{from: 'specs/a.md', to: 'specs/z.md'}]},
    })
    // The other new one equals a part of it only, and takes nothing.
    expect(found.messages).toEqual([expect.stringMatching(/^specs\/new\.md:5 machine-author$/)])
    expect(found.stderr).toContain('note: "specs/a.md" is gone: what the baseline has of it counts for "specs/z.md"\n')
    // Named alone, too.
    expect(await linted(root, 'specs/z.md')).toMatchObject({status: 0, messages: []})
    await spec(root, ['lint', '--update-baseline', 'specs/z.md'])
    expect(Object.keys(JSON.parse(fileOf(root)).violations)).toEqual(['specs/b.md', 'specs/z.md'])
  })

  test('for good: its entries are stale where all was looked at, and only there', async () => {
    const root = await frozen({'specs/a.md': rotten, 'specs/b.md': sound})
    rmSync(join(root, 'specs/a.md'))
    expect(await linted(root, 'specs/b.md')).toMatchObject({status: 0, summary: {stale: 0}})
    expect(await linted(root)).toMatchObject({
      status: 0,
      summary: {stale: 4},
      baseline: {stale: [{path: 'specs/a.md'}]},
    })
    await spec(root, ['lint', '--prune-baseline'])
    expect(fileOf(root)).toBe('{\n  "schemaVersion": 1,\n  "violations": {}\n}\n')
  })

  test('of research, only where research was looked at', async () => {
    const research = '---\ndate: 2026-01-02\nstatus: complete\ngit_commit: TBD\n---\n\n# Research: x\n'
    const root = folder({'specs/a.md': sound, 'research/r.md': research, 'research/s.md': research})
    await spec(root, ['lint', '--research', '--update-baseline'])
    rmSync(join(root, 'research/r.md'))
    expect((await linted(root)).summary.stale).toBe(0)
    expect((await linted(root, '--research')).baseline.stale).toMatchObject([{path: 'research/r.md'}])
  })
})

describe('an update', () => {
  test('keeps what it did not look at, and replaces what it did', async () => {
    const root = await frozen({'specs/a.md': rotten, 'specs/b.md': doubtful})
    put(root, 'specs/a.md', sound)
    put(root, 'specs/b.md', sound)
    await spec(root, ['lint', '--update-baseline', 'specs/a.md'])
    expect(Object.keys(JSON.parse(fileOf(root)).violations)).toEqual(['specs/b.md'])
    put(root, 'specs/b.md', doubtful)
    await spec(root, ['lint', '--update-baseline', '--rule', 'machine-author:off'])
    expect(Object.keys(JSON.parse(fileOf(root)).violations)).toEqual(['specs/b.md'])
  })

  test('writes nothing where something that was named is not there', async () => {
    const root = folder({'specs/a.md': rotten})
    const {status, stderr} = await spec(root, ['lint', '--update-baseline', 'specs/a.md', 'specs/none.md'])
    expect(status).toBe(2)
    expect(stderr).toContain(`note: The baseline "${FILE}" was left as it is\n`)
    expect(() => fileOf(root)).toThrow('ENOENT')
  })

  test('keeps paths of this machine out of the file', async () => {
    const elsewhere = folder({'a.md': doubtful})
    const root = folder({'specs/a.md': doubtful})
    const {stdout, status} = await spec(root, ['lint', '--update-baseline', join(elsewhere, 'a.md'), 'specs'])
    expect(stdout).toContain('warning[machine-author]')
    expect(status).toBe(0)
    expect(Object.keys(JSON.parse(fileOf(root)).violations)).toEqual(['specs/a.md'])
  })

  test('keeps the mode, follows no link, and leaves nothing beside', async () => {
    const root = await frozen()
    chmodSync(join(root, FILE), 0o640)
    put(root, 'specs/b.md', doubtful)
    await spec(root, ['lint', '--update-baseline'])
    expect(statSync(join(root, FILE)).mode & 0o777).toBe(0o640)
    mkdirSync(join(root, 'kept'))
    renameSync(join(root, FILE), join(root, 'kept/real.json'))
    symlinkSync('kept/real.json', join(root, FILE))
    const before = fileOf(root, 'kept/real.json')
    expect((await linted(root)).status).toBe(0)
    put(root, 'specs/b.md', sound)
    const refused = await spec(root, ['lint', '--update-baseline'])
    expect(refused.status).toBe(2)
    expect(refused.stderr).toContain('spec: The baseline was not written. ')
    expect(fileOf(root, 'kept/real.json')).toBe(before)
  })

  test('goes where --baseline says', async () => {
    const root = folder({'specs/a.md': rotten})
    await spec(root, ['lint', '--update-baseline', '--baseline', 'ci/frozen.json'])
    expect((await linted(root)).status).toBe(1)
    expect((await linted(join(root, 'specs'), '--baseline', '../ci/frozen.json')).status).toBe(0)
    const outside = await spec(root, ['lint', '--update-baseline', '--baseline', '../frozen.json'])
    expect(outside).toMatchObject({status: 2, stderr: expect.stringContaining('outside the workspace')})
  })

  test('survives hostile headings and names', async () => {
    const hostile = rotten.replace('In one go, see', '[\u202Eevil "x"](../research/a\u202E"b.md) ')
    const root = await frozen({'specs/a"\u202E.md': hostile, 'specs/__proto__.md': rotten})
    expect(fileOf(root)).not.toMatch(/\u202E/)
    expect(await linted(root)).toMatchObject({status: 0, messages: []})
  })
})

describe('what cannot be used is told, with its line, and is exit status 2', () => {
  const entry = '{"count": 1, "rule": "residue", "section": "", "text": "x"}'
  test.each([
    [
      'another version',
      '{\n  "schemaVersion": 2,\n  "things": 1\n}',
      2,
      'Unexpected version 2 of the baseline, expected 1',
    ],
    ['no version', '{"violations": {}}', 1, 'Missing "schemaVersion", expected 1'],
    ['no baseline', '[]', 1, 'Unexpected content, expected a baseline'],
    ['an empty file', '', 1, 'Unexpected content, expected a baseline'],
    ['no violations', '{"schemaVersion": 1}', 1, 'Missing "violations"'],
    [
      'an unknown key',
      '{\n"schemaVersion": 1,\n"violation": {},\n"violations": {}\n}',
      3,
      'Unexpected key "violation", expected one of schemaVersion, violations',
    ],
    [
      'an unknown key of an entry',
      `{"schemaVersion": 1,\n"violations": {"specs/a.md": [\n${entry.replace('"text"', '"line": 3, "text"')}\n]}}`,
      3,
      'Unexpected key "line"',
    ],
    [
      'a count that is none',
      `{"schemaVersion": 1,\n"violations": {"specs/a.md": [\n${entry.replace('1', '0')}\n]}}`,
      3,
      'Unexpected count 0, expected a number from 1',
    ],
    [
      'an entry without a rule',
      `{"schemaVersion": 1,\n"violations": {"specs/a.md": [\n${entry.replace('"rule": "residue", ', '')}\n]}}`,
      3,
      'Missing "rule" of an entry',
    ],
    [
      'a document twice',
      `{"schemaVersion": 1,\n"violations": {\n"specs/a.md": [${entry}],\n"specs/a.md": []}}`,
      4,
      'Unexpected second key of this name',
    ],
    [
      'a path that leaves the workspace',
      `{"schemaVersion": 1,\n"violations": {\n"../a.md": [${entry}]}}`,
      3,
      'Unexpected path "../a.md"',
    ],
    [
      'a conflict of a merge',
      '{\n  "schemaVersion": 1,\n<<<<<<< HEAD\n  "violations": {}\n=======\n  "violations": {}\n>>>>>>> x\n}\n',
      3,
      'Unexpected mark of a merge conflict, expected what both sides freeze',
    ],
    [
      'half of a file',
      `{"schemaVersion": 1, "violations": {"specs/a.md": [${entry}`,
      1,
      'Unexpected text that is no YAML or JSON',
    ],
  ])('%s', async (_what, text, line, reason) => {
    const root = folder({'specs/a.md': sound, [FILE]: text})
    for (const more of [[], ['--update-baseline']]) {
      const {status, stdout, stderr} = await spec(root, ['lint', ...more])
      expect({status, stdout}).toEqual({status: 2, stdout: ''})
      expect(stderr).toContain(reason)
      if (line > 0) expect(stderr).toContain(`┌─ ${FILE}:${line}:`)
      expect(stderr).toMatch(new RegExp(`\nspec: The baseline "${FILE}" cannot be used: \\d errors?\n$`))
      expect(fileOf(root)).toBe(text)
    }
    // The schema refuses most of it as well.
    const data = (() => {
      try {
        return JSON.parse(text)
      } catch {
        return undefined
      }
    })()
    if (!/twice|leaves/.test(_what)) expect(isBaseline(data)).toBe(false)
    expect((await spec(root, ['lint', '--no-baseline'])).status).toBe(0)
  })

  test('one that is named and not there, and options that do not go together', async () => {
    const root = folder({'specs/a.md': sound})
    const refusals: [string[], string][] = [
      [['--baseline', 'none.json'], 'The baseline "none.json" does not exist; --update-baseline writes it'],
      [['--prune-baseline'], 'The baseline "spec.baseline.json" does not exist; --update-baseline writes it'],
      [['--update-baseline', '--no-baseline'], 'Unexpected --no-baseline with --update-baseline, expected one of them'],
      [
        ['--update-baseline', '--prune-baseline'],
        'Unexpected --prune-baseline with --update-baseline, expected one of them',
      ],
      [
        ['--baseline', 'specs/new.md', '--update-baseline'],
        'Unexpected baseline "specs/new.md", expected another place: there it is a document of kind rfc',
      ],
      [['--baseline', 'x.json', '--no-baseline'], 'Unexpected --baseline with --no-baseline, expected one of them'],
      [['--update-baseline', '--since', 'HEAD'], 'Unexpected --since with --update-baseline, expected one of them'],
      [
        ['--update-baseline', '-', '--stdin-filename', 'specs/a.md'],
        'Unexpected "-" with --update-baseline, expected one of them',
      ],
    ]
    for (const [argv, reason] of refusals)
      expect(await spec(root, ['lint', ...argv])).toEqual({status: 2, stdout: '', stderr: `spec: ${reason}\n`})
    mkdirSync(join(root, FILE))
    expect(await spec(root, ['lint'])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('cannot be used: Unexpected folder'),
    })
  })
})
