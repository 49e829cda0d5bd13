import {mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {type MovePlan, plannedMove} from '../../src/move/index.js'
import {openWorkspace} from '../../src/workspace/index.js'
import {folder} from '../support/folders.js'

async function plan(files: Record<string, string>, from: string, to: string): Promise<MovePlan & {root: string}> {
  const root = folder({[from]: '# Old\n', ...files})
  const workspace = await openWorkspace({root, cwd: root})
  return {...(await plannedMove(workspace, from, to)), root}
}

/** What becomes of a spec beside others when `specs/old.md` is moved. */
async function citing(text: string, to: string, files: Record<string, string> = {}): Promise<string> {
  const {citing: found} = await plan({'specs/a.md': text, ...files}, 'specs/old.md', to)
  return found.find(({path}) => path === 'specs/a.md')?.after ?? text
}

describe('each form stays its own', () => {
  for (const [name, before, after] of [
    ['a relative link', '[x](old.md)', '[x](new/name.md)'],
    ['with "./"', '[x](./old.md)', '[x](./new/name.md)'],
    ['with "../"', '[x](../specs/old.md)', '[x](../specs/new/name.md)'],
    ['from the root, with a slash', '[x](/specs/old.md)', '[x](/specs/new/name.md)'],
    ['from the root', '[x](specs/old.md)', '[x](specs/new/name.md)'],
    ['with anchor and title', '[x](old.md#a-b "Title")', '[x](new/name.md#a-b "Title")'],
    ['with lines', '[x](old.md#L3-L7) [y](old.md?plain=1#L3)', '[x](new/name.md#L3-L7) [y](new/name.md?plain=1#L3)'],
    ['in angle brackets', '[x](<old.md#a> (Title))', '[x](<new/name.md#a> (Title))'],
    ['an image', '![x](old.md)', '![x](new/name.md)'],
    [
      'a definition',
      '[x] and [x][] and [y][x]\n\n[x]: ./old.md "T"',
      '[x] and [x][] and [y][x]\n\n[x]: ./new/name.md "T"',
    ],
    ['a footnote', 'See[^1].\n\n[^1]: [Old](old.md)', 'See[^1].\n\n[^1]: [Old](new/name.md)'],
    ['a code span', '`specs/old.md`', '`specs/new/name.md`'],
    ['with lines in it', '`specs/old.md:12-40`', '`specs/new/name.md:12-40`'],
    ['with lines behind it', '`specs/old.md` (lines 1-2)', '`specs/new/name.md` (lines 1-2)'],
    ['a bare name in it', '`old.md:3`', '`new/name.md:3`'],
    [
      'in a table',
      '| a | b |\n| - | - |\n| `specs/old.md` | [x](old.md) |',
      '| a | b |\n| - | - |\n| `specs/new/name.md` | [x](new/name.md) |',
    ],
    ['plain text', 'See specs/old.md:4, please.', 'See specs/new/name.md:4, please.'],
    ['the words of a link', '[`specs/old.md`](old.md)', '[`specs/new/name.md`](new/name.md)'],
    [
      'frontmatter',
      '---\nrelated: [specs/old.md, "old.md"]\n---\n',
      '---\nrelated: [specs/new/name.md, "new/name.md"]\n---\n',
    ],
    ['in a quote over two lines', '> [x](\n> old.md)', '> [x](\n> new/name.md)'],
    ['beside emphasis', '**specs/old.md** and *`specs/old.md`*', '**specs/new/name.md** and *`specs/new/name.md`*'],
    [
      'a list of references',
      '## References\n\n- [R1] specs/old.md\n\nSo [R1].',
      '## References\n\n- [R1] specs/new/name.md\n\nSo [R1].',
    ],
  ] as const)
    test(name, async () => {
      expect(await citing(`# A\n\n${before}\n`.replace(/^# A\n\n---/, '---'), 'specs/new/name.md')).toBe(
        `# A\n\n${after}\n`.replace(/^# A\n\n---/, '---'),
      )
    })

  test('line ends, byte order mark and a missing final newline are kept', async () => {
    expect(await citing('\uFEFF# A\r\n\r\n[x](old.md)\r\n\r\n`specs/old.md`', 'specs/new.md')).toBe(
      '\uFEFF# A\r\n\r\n[x](new.md)\r\n\r\n`specs/new.md`',
    )
  })

  test('a name with blanks is encoded in an address as its author does, and plain in a code span', async () => {
    const text = '[x](old.md) [y](<old.md>) `specs/old.md`\n'
    expect(await citing(text, 'specs/a b.md')).toBe('[x](a%20b.md) [y](<a%20b.md>) `specs/a b.md`\n')
    const {citing: back} = await plan({'specs/a.md': '[x](a%20b.md) [y](<a b.md>)\n'}, 'specs/a b.md', 'specs/c d.md')
    expect(back[0]?.after).toBe('[x](c%20d.md) [y](<c d.md>)\n')
  })

  test('percent signs beyond ASCII are written as they were', async () => {
    const {citing: found} = await plan({'specs/a.md': '[x](%C3%A4.md) [y](ä.md)\n'}, 'specs/ä.md', 'specs/ö.md')
    expect(found[0]?.after).toBe('[x](%C3%B6.md) [y](ö.md)\n')
  })
})

describe('names', () => {
  test('a bare name from another folder follows where it stays the only one, and is a path elsewhere', async () => {
    const files = {'research/r.md': '`old.md`\n'}
    const kept = await plan(files, 'specs/old.md', 'specs/deep/new.md')
    expect(kept.citing[0]?.after).toBe('`new.md`\n')
    const taken = await plan({...files, 'specs/x/new.md': '# X\n'}, 'specs/old.md', 'specs/deep/new.md')
    expect(taken.citing[0]?.after).toBe('`specs/deep/new.md`\n')
  })

  test('of a document whose name is borne by two then is written out', async () => {
    const {citing: found} = await plan(
      {'research/r.md': '`b.md`\n', 'specs/x/b.md': '# B\n'},
      'specs/old.md',
      'specs/b.md',
    )
    expect(found).toMatchObject([{path: 'research/r.md', after: '`specs/x/b.md`\n'}])
  })

  test('that lead nowhere because two bear them stay, and are told', async () => {
    const {citing: found, left} = await plan(
      {'research/r.md': '# R\n\n`old.md`\n', 'specs/x/old.md': '# X\n'},
      'specs/old.md',
      'specs/new.md',
    )
    expect(found).toEqual([])
    expect(left).toEqual([{path: 'research/r.md', places: [{line: 3, text: 'old.md', reason: 'ambiguous'}]}])
  })
})

describe('the moved document', () => {
  test('cites what it cited, from its new folder', async () => {
    const text =
      '# Old\n\n[a](a.md) ![p](img/p.png) [i](./img/) [r](../research/r.md#x) [self](old.md#old) `specs/a.md` `a.md:2` [top](/specs/a.md)\n'
    const {moved} = await plan(
      {'specs/old.md': text, 'specs/a.md': '# A\n', 'specs/img/p.png': '', 'research/r.md': '# X\n'},
      'specs/old.md',
      'specs/deep/er/new.md',
    )
    expect(moved.after).toBe(
      '# Old\n\n[a](../../a.md) ![p](../../img/p.png) [i](./../../img/) [r](../../../research/r.md#x) [self](new.md#old) `specs/a.md` `a.md:2` [top](/specs/a.md)\n',
    )
  })

  test('keeps a link that leads nowhere leading to the same nowhere', async () => {
    const {moved} = await plan(
      {'specs/old.md': '[x](../research/gone.md) [y](gone.md) `gone.md` `./.conf/`\n'},
      'specs/old.md',
      'specs/d/old.md',
    )
    expect(moved.after).toBe('[x](../../research/gone.md) [y](../gone.md) `gone.md` `./.conf/`\n')
  })
})

test('the address of a file at a commit stays, by a label, too: it is true of that commit', async () => {
  const url = 'https://example.org/o/r/blob/0123456/specs/old.md'
  const text = `# A\n\n[x](${url}), [y][r] and [R1].\n\n[r]: ${url}\n[R1]: ${url}\n`
  expect(await citing(text, 'specs/new/name.md')).toBe(text)
})

test('what is no citation of today stays, and is told with its line', async () => {
  const text = [
    '# A',
    '`specs/old.md@abc1234` and `abc1234:specs/old.md:3`',
    '',
    '```sh',
    'cat specs/old.md',
    '```',
    '',
    '<!-- see specs/old.md -->',
    '',
    'https://example.org/o/r/blob/main/specs/old.md',
    '',
  ].join('\n')
  const files = {'specs/a.md': text, 'README.md': '# R\n\n[old](specs/old.md)\n', 'docs/x.md': 'nothing\n'}
  const {citing: found, left} = await plan(files, 'specs/old.md', 'specs/new.md')
  expect(found).toEqual([])
  expect(left).toEqual([
    {path: 'README.md', places: [{line: 3, text: 'specs/old.md', reason: 'elsewhere'}]},
    {
      path: 'specs/a.md',
      places: [
        {line: 2, text: 'specs/old.md', reason: 'commit'},
        {line: 2, text: 'abc1234:specs/old.md', reason: 'commit'},
        {line: 5, text: 'specs/old.md', reason: 'code'},
        {line: 8, text: 'specs/old.md', reason: 'html'},
        {line: 10, text: 'https://example.org/o/r/blob/main/specs/old.md', reason: 'address'},
      ],
    },
  ])
})

test('documents of workspaces below and beside are among those that cite, and index pages', async () => {
  const {citing: found} = await plan(
    {
      'web/spec.config.yaml': 'specs: rfcs\n',
      'web/rfcs/w.md': '[x](../../specs/old.md)\n',
      'specs/README.md': '- [Old](old.md)\n',
      'specs/notes/n.markdown': '[x](../old.md)\n',
    },
    'specs/old.md',
    'web/rfcs/new.md',
  )
  expect(found.map(({path, after}) => [path, after])).toEqual([
    ['specs/README.md', '- [Old](../web/rfcs/new.md)\n'],
    ['specs/notes/n.markdown', '[x](../../web/rfcs/new.md)\n'],
    ['web/rfcs/w.md', '[x](new.md)\n'],
  ])
})

test('a move back gives the same bytes', async () => {
  const files = {
    'specs/old.md': '[a](./a.md) [b](../specs/a.md) [c](a.md) [d](/specs/a.md) `a.md`\n',
    'specs/a.md': '[x](./old.md#x) [y](/specs/old.md) `specs/old.md:3` specs/old.md\n',
    'research/r.md': '`old.md` [z](../specs/old.md)\n',
  }
  const there = await plan(files, 'specs/old.md', 'specs/deep/new.md')
  const moved = Object.fromEntries(
    [{...there.moved, path: there.to}, ...there.citing].map(({path, after}) => [path, after]),
  )
  const root = folder(moved)
  for (const [path, text] of Object.entries(moved)) {
    mkdirSync(dirname(join(root, path)), {recursive: true})
    writeFileSync(join(root, path), text)
  }
  const back = await plannedMove(await openWorkspace({root, cwd: root}), 'specs/deep/new.md', 'specs/old.md')
  const result = Object.fromEntries(
    [{...back.moved, path: back.to}, ...back.citing].map(({path, after}) => [path, after]),
  )
  expect(result).toEqual(files)
  expect(readFileSync(join(root, 'specs/a.md'), 'utf8')).toContain('./deep/new.md#x')
})
