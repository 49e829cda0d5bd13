import {describe, expect, test} from 'vitest'
import type {Facts} from '../../src/facts/types.js'
import {collectFacts} from '../../src/lint/index.js'
import {sharedRepository} from '../support/shared.js'
import {open} from '../workspace/support.js'

const PATH = 'specs/2026-01-15-a.md'

async function factsOf(text: string, files: Record<string, string>): Promise<Facts> {
  const workspace = await open(sharedRepository(files))
  const facts = await collectFacts(text, {path: PATH, workspace, kind: 'rfc'})
  await workspace.close()
  return facts
}

const meta = (rows: Record<string, string> = {}) =>
  Object.entries({
    'Author(s)': 'Ada',
    Status: 'Draft (WIP)',
    'Team / Owner': 'X',
    'Created / Last Updated': '2026-01-15',
    ...rows,
  })
    .map(([label, value]) => `| ${label} | ${value} |`)
    .join('\n')
const spec = (title: string, rows: Record<string, string> = {}, body = '') =>
  `# ${title} Technical Design Document / RFC\n\n| Document Metadata | Details |\n| --- | --- |\n${meta(rows)}\n\n${body}`
const research = (topic: string, more = '') => `---\ntopic: ${topic}\n${more}---\n\n# Research: ${topic}\n`

describe('documents that are cited', () => {
  test('each once, with where and how often, and what it says of itself', async () => {
    const body =
      'See [r](../research/2026-01-10-disks.md) and [r](../research/2026-01-10-disks.md#x), [s](b.md), [gone](../research/gone.md).\n'
    const {sources} = await factsOf(
      spec('Limits', {Research: '[r](../research/2026-01-10-disks.md), [q](../research/q.md)'}, body),
      {
        'research/2026-01-10-disks.md': research('Disk growth', 'status: in_progress\n'),
        'research/q.md': '# Q\n',
        'specs/b.md': spec('Storage', {Status: 'Approved'}),
      },
    )
    expect(sources).toMatchObject([
      {
        path: 'research/2026-01-10-disks.md',
        kind: 'research',
        cites: 2,
        listed: true,
        topic: 'Disk growth',
        date: '2026-01-10',
        status: 'in_progress',
        state: 'open',
      },
      {path: 'research/q.md', kind: 'research', cites: 0, listed: true},
      {
        path: 'specs/b.md',
        kind: 'spec',
        cites: 1,
        listed: false,
        topic: 'Storage',
        status: 'Approved',
        state: 'settled',
      },
    ])
  })

  test.each([
    [
      'a newer one on the same topic',
      {'research/2026-01-12-again.md': research('Disk growth')},
      'research/2026-01-12-again.md',
    ],
    ['the one that it names', {'research/2026-01-12-x.md': research('Other')}, 'research/2026-01-12-x.md'],
    ['none that is older', {'research/2026-01-02-old.md': research('Disk growth')}, undefined],
    ['none on another topic', {'research/2026-01-12-x.md': research('Tape')}, undefined],
  ])('replaced by %s', async (what, files, expected) => {
    const named = what === 'the one that it names' ? 'superseded_by: research/2026-01-12-x.md\n' : ''
    const {sources} = await factsOf(spec('Limits', {}, '[r](../research/2026-01-10-disks.md)\n'), {
      'research/2026-01-10-disks.md': research('Disk growth', named),
      ...files,
    })
    expect(sources[0]?.supersededBy).toBe(expected)
  })

  test.each([
    ['Superseded by [new](new.md)', 'specs/new.md'],
    ['Superseded by new.md', 'specs/new.md'],
    ['Deprecated in favour of [new](new.md)', 'specs/new.md'],
    ['Approved, see [new](new.md)', undefined],
    ['Rejected, see new.md', undefined],
  ])('a spec with the status %j', async (status, expected) => {
    const {sources} = await factsOf(spec('Limits', {}, '[a](old.md)\n'), {
      'specs/old.md': spec('Old', {Status: status}),
      'specs/new.md': spec('New'),
    })
    expect(sources[0]?.supersededBy).toBe(expected)
  })

  test('a spec that another one, or this one, supersedes', async () => {
    const files = {
      'specs/old.md': spec('Old', {Status: 'Deprecated'}),
      'specs/older.md': spec('Older'),
      'specs/new.md': spec('New', {Supersedes: '[older](older.md)'}),
    }
    const {sources} = await factsOf(spec('Limits', {Supersedes: '[old](old.md)'}, '[a](old.md) [b](older.md)\n'), files)
    expect(sources).toMatchObject([
      {path: 'specs/old.md', state: 'withdrawn', supersededHere: true},
      {path: 'specs/older.md', state: 'open', supersededBy: 'specs/new.md', successorCited: false},
    ])
  })
})

describe('research on the subject that is cited nowhere', () => {
  const files = {
    'research/2026-01-10-upload-limits.md': research('Limits'),
    'research/2026-01-10-upload-limits-of-tapes-and-disks.md': research('Tapes'),
    'research/2026-02-10-upload-limits.md': research('Later'),
    'research/2026-01-11-uploads.md': research('Uploads'),
  }

  test('by its name, and not later than the document', async () => {
    const {research: found} = await factsOf(spec('Limits for Uploads'), files)
    expect(found.relevant).toMatchObject([
      {path: 'research/2026-01-10-upload-limits.md', score: 1, reason: 'upload, limit'},
    ])
  })

  test('none where it is cited, or where the row says why there is none', async () => {
    const cited = spec('Limits for Uploads', {}, '`research/2026-01-10-upload-limits.md`\n')
    expect((await factsOf(cited, files)).research.relevant).toEqual([])
    const waived = spec('Limits for Uploads', {Research: 'None: a vendor set them'})
    expect((await factsOf(waived, files)).research.relevant).toEqual([])
  })
})

describe('files that will be made', () => {
  const planned = async (text: string) =>
    (await factsOf(text, {'src/there.ts': 'x\n'})).planned.map(({path, exists, explained}) => [path, exists, explained])

  test.each([
    ['- Create `src/new.ts` for it.', 'src/new.ts'],
    ['3. Add a new file `src/new.ts`', 'src/new.ts'],
    ['**Create:** `src/new.ts`', 'src/new.ts'],
    ['The rest goes into a new module `src/new.ts`.', 'src/new.ts'],
    ['`src/new.ts` (new) holds it', 'src/new.ts'],
    ['| File | Change |\n| --- | --- |\n| `src/new.ts` | New |', 'src/new.ts'],
    ['| File | State |\n| --- | --- |\n| `src/new.ts` | Added |', 'src/new.ts'],
    ['| File | Lines | Action |\n| --- | --- | --- |\n| `src/new.ts` | 20 | **Created** |', 'src/new.ts'],
    ['| Part | File | Action |\n| --- | --- | --- |\n| Limits | `src/new.ts` | **New file** |', 'src/new.ts'],
    ['Add `src/new.ts` with tests; it uses a class instead of functions, moved from `src/there.ts`.', 'src/new.ts'],
  ])('%j', async (text, path) => {
    expect(await planned(`${text}\n`)).toEqual([[path, false, false]])
  })

  test.each([
    'It is read by `src/new.ts`.',
    'Create `Makefile` and `npm run new`.',
    'Create `src/{name}.ts` or `~/new.ts`',
    '```sh\nCreate `src/new.ts`\n```',
    '| File | Change |\n| --- | --- |\n| `src/new.ts` | Modified |',
    '| File | Owner |\n| --- | --- |\n| `src/new.ts` | Added |',
    '| From | To | Change |\n| --- | --- | --- |\n| `src/a.ts` | `src/b.ts` | New |',
    '| Part | File | Action |\n| --- | --- | --- |\n| Limits | `src/there.ts` | New |',
    'The tool writes a new file `out/report.json` at run time.',
    'Each run creates a new file `out/report.json`.',
    'Add `docs/CHANGELOG.md` entries for it.',
  ])('none: %j', async text => {
    expect(await planned(`${text}\n`)).toEqual([])
  })

  test('that are there, or of which it says what became', async () => {
    const text =
      '- Create `src/there.ts`\n- Create `src/a.ts`\n- Create `src/b.ts`\n- Create `src/c.ts`\n- Create `src/d.ts`\n\n' +
      'In the end `src/a.ts` was not needed, and `src/there.ts` is used instead of `src/c.ts`.\n\n`src/d.ts` went into `src/there.ts` instead.\n'
    expect(await planned(text)).toEqual([
      ['src/there.ts', true, true],
      ['src/a.ts', false, true],
      ['src/b.ts', false, false],
      ['src/c.ts', false, true],
      ['src/d.ts', false, true],
    ])
  })
})

describe('what specs say of each other', () => {
  const deep = `Supersedes: a.md\n\n${'>'.repeat(200)} x\n`
  const supersession = async (text: string, files: Record<string, string>) => (await factsOf(text, files)).supersession

  test('says nothing where it is nested too deep to be read', async () => {
    const {sources} = await factsOf(spec('New', {Supersedes: '[b](b.md)'}, 'See [b](b.md).\n'), {'specs/b.md': deep})
    expect(sources).toEqual([expect.objectContaining({path: 'specs/b.md', kind: 'spec', supersededBy: PATH})])
    expect(sources[0]).not.toHaveProperty('status')
    const [link] = (await supersession(spec('New', {Supersedes: '[b](b.md)'}), {'specs/b.md': deep}))?.links ?? []
    expect(link).toMatchObject({relation: 'supersedes', path: 'specs/b.md'})
    expect(link).not.toHaveProperty('mutual')
  })

  test('counts where the status says it', async () => {
    const name = PATH.replace('specs/', '')
    const said = (status: string) =>
      supersession(spec('New', {Supersedes: '[b](b.md)'}), {'specs/b.md': spec('Old', {Status: status})})
    expect((await said(`Superseded by [a](${name})`))?.links).toMatchObject([{path: 'specs/b.md', mutual: true}])
    expect((await said('Superseded by [c](c.md)'))?.links).toMatchObject([{path: 'specs/b.md', mutual: false}])
  })

  test('counts where the frontmatter has the status alone', async () => {
    const old = '---\nstatus: Superseded by c.md\n---\n\n# Old\n'
    const {sources} = await factsOf(spec('New', {}, 'See [b](b.md).\n'), {'specs/b.md': old, 'specs/c.md': '# C\n'})
    expect(sources).toMatchObject([
      {path: 'specs/b.md', status: 'Superseded by c.md', state: 'superseded', supersededBy: 'specs/c.md'},
    ])
  })

  test('a status that neither begins nor ends anything is no state', async () => {
    const {sources} = await factsOf(spec('New', {}, 'See [r](../research/r.md).\n'), {
      'research/r.md': research('R', 'status: active\n'),
    })
    expect(sources).toMatchObject([{path: 'research/r.md', status: 'active'}])
    expect(sources[0]).not.toHaveProperty('state')
  })
})

test('research that is nested too deep says nothing of itself', async () => {
  const {sources} = await factsOf(spec('New', {}, 'See [r](../research/r.md).\n'), {'research/r.md': '>'.repeat(200)})
  expect(sources).toEqual([expect.objectContaining({path: 'research/r.md', kind: 'research', cites: 1})])
  expect(sources[0]).not.toHaveProperty('topic')
})

describe('research that nobody cites', () => {
  test('has no name to go by where its file says but that it is research', async () => {
    const {research: found} = await factsOf(spec('Notes on Disk Growth'), {
      'research/2026-01-10-notes.md': '# Disk growth\n',
      'research/2026-01-10-disk-growth.md': '# Disk growth\n',
    })
    expect(found.relevant.map(({path}) => path)).toEqual(['research/2026-01-10-disk-growth.md'])
  })

  test('is replaced by the newest of several on its topic', async () => {
    const {sources} = await factsOf(spec('New', {}, 'See [r](../research/2026-01-01-disk-growth.md).\n'), {
      'research/2026-01-01-disk-growth.md': research('Disk growth'),
      'research/2026-01-05-disk-growth.md': research('Disk growth'),
      'research/2026-01-09-disk-growth.md': research('Disk growth'),
    })
    expect(sources).toMatchObject([{supersededBy: 'research/2026-01-09-disk-growth.md'}])
  })
})
