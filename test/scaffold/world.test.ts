import {mkdirSync, symlinkSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {scaffold} from '../../src/scaffold/index.js'
import {folder, git, repository} from '../support/folders.js'
import {open} from '../workspace/support.js'
import {complaints, DATE, gates, scaffolded} from './support.js'

const filled = ({values}: {values: readonly {field: string; value: string; source: string}[]}, field: string) => {
  const found = values.find(value => value.field === field)
  return found && [found.value, found.source]
}
const codes = ({notes}: {notes: readonly {code: string}[]}) => notes.map(({code}) => code)

describe('the author', () => {
  test("is git's user", async () => {
    expect(filled(await scaffolded(gates()), 'author')).toEqual(['Ada Example', 'git user.name'])
  })

  test.each([['author'], ['owner']])('a blank %s that was given is refused', async field => {
    await expect(scaffolded(gates(), {title: 'x', [field]: ' \u200b '})).rejects.toThrow(
      `Unexpected blank --${field}, expected a name`,
    )
  })

  test('is the one given, whatever git says', async () => {
    const result = await scaffolded(repository({}, {userName: ''}), {title: 'x', author: '  Grace | Hopper '})
    expect(filled(result, 'author')).toEqual(['Grace | Hopper', '--author'])
    expect(result.text).toContain('| Author(s)              | Grace \\| Hopper |')
    expect(codes(result)).toEqual(['no-research'])
  })

  test('is unset without a user.name, with a note and a step', async () => {
    const result = await scaffolded(repository({}, {userName: ''}), {title: 'x'})
    expect(filled(result, 'author')?.[0]).toBe('TBD')
    expect(codes(result)).toEqual(['no-research', 'no-user-name'])
    expect(result.nextSteps[0]).toBe('Fill in the author and the owner in the table (--author and --owner next time).')
    expect(await complaints(result)).toEqual([])
  })

  test('is unset outside git, and the note tells why', async () => {
    const result = await scaffolded(folder(), {title: 'x'})
    expect(filled(result, 'author')?.[0]).toBe('TBD')
    expect(codes(result)).toContain('no-repository')
    expect(await complaints(result)).toEqual([])
  })

  test('is a machine: lint warns of it, and of nothing else', async () => {
    const result = await scaffolded(repository({}, {userName: 'root'}), {title: 'x'})
    expect(filled(result, 'author')?.[0]).toBe('root')
    expect(await complaints(result)).toEqual([expect.stringMatching(/^warning machine-author: /)])
  })
})

describe('the owner', () => {
  test('is of CODEOWNERS, of the document itself', async () => {
    const root = gates({CODEOWNERS: '* @all\n/specs/ @org/hall ada@example.org\n'})
    expect(filled(await scaffolded(root), 'owner')).toEqual(['@org/hall, ada@example.org', 'CODEOWNERS'])
    expect(filled(await scaffolded(root, {title: 'x', out: 'other/x.md'}), 'owner')?.[0]).toBe('@all')
  })

  test('else the remote, never with a user or password', async () => {
    const root = gates()
    git(root, 'remote', 'add', 'origin', 'https://user:secret@example.org/org/hall.git')
    const result = await scaffolded(root)
    expect(filled(result, 'owner')).toEqual(['org/hall', "git's remote"])
    expect(JSON.stringify(result.values)).not.toContain('secret')
  })

  test('else unset; the one given comes first', async () => {
    expect(filled(await scaffolded(gates()), 'owner')?.[0]).toBe('TBD')
    expect(filled(await scaffolded(gates({CODEOWNERS: '* @all\n'}), {title: 'x', owner: 'Hall'}), 'owner')).toEqual([
      'Hall',
      '--owner',
    ])
  })
})

describe('where it goes', () => {
  test('an existing file is refused', async () => {
    const root = gates({'specs/2026-01-31-x.md': 'mine'})
    await expect(scaffolded(root, {title: 'x'})).rejects.toThrow(
      '"specs/2026-01-31-x.md" exists already and is left as it is, expected a new file (--out names another)',
    )
    await expect(scaffolded(root, {title: 'x', out: 'src/gate.ts'})).rejects.toThrow(/exists already|ends in "\.md"/)
  })

  test('a folder, there or named by its slash', async () => {
    const root = gates({'docs/a.md': ''})
    expect((await scaffolded(root, {title: 'x', out: 'docs'})).path).toBe('docs/2026-01-31-x.md')
    expect((await scaffolded(root, {title: 'x', out: 'new/'})).path).toBe('new/2026-01-31-x.md')
    expect((await scaffolded(root, {title: 'x', out: '.'})).path).toBe('2026-01-31-x.md')
  })

  test.each([['../x.md'], ['/etc/x.md'], ['specs/../../x.md'], ['a\0.md'], ['']])('%j is outside', async out => {
    await expect(scaffolded(gates(), {title: 'x', out})).rejects.toThrow(
      /^Unexpected --out ".*", expected a path in the workspace$/,
    )
  })

  test.each([['.git/x.md'], ['.git'], ['docs/.hidden/x.md'], ['specs/.x.md']])('%j is hidden', async out => {
    await expect(scaffolded(gates(), {title: 'x', out})).rejects.toThrow(/expected no hidden file or folder$/)
  })

  test('a link that leads out is outside', async () => {
    const root = gates()
    symlinkSync(folder(), join(root, 'out'))
    await expect(scaffolded(root, {title: 'x', out: 'out/x.md'})).rejects.toThrow(/leads out of the workspace/)
  })

  test('a name without ending is refused, with what was meant', async () => {
    await expect(scaffolded(gates(), {title: 'x', out: 'specs/gate.txt'})).rejects.toThrow(
      'Unexpected --out "specs/gate.txt", expected a name that ends in ".md". Did you mean "specs/gate.md"?',
    )
  })

  test('paths are typed in the working folder, and told from there', async () => {
    const root = gates()
    mkdirSync(join(root, 'a/b'), {recursive: true})
    const workspace = await open(root, {cwd: join(root, 'a/b'), date: DATE})
    const request = {title: 'x', out: '../new.md', research: ['../../research/docs/2026-01-15-gates.md']}
    const result = await scaffold(request, workspace)
    expect(result.path).toBe('a/new.md')
    expect(result.text).toContain('](../research/docs/2026-01-15-gates.md)')
    expect(result.nextSteps.at(-1)).toBe('See what is left: spec lint ../new.md')
  })
})

test.each([['2026-02-30'], ['tomorrow'], ['2026-1-1'], ['']])('the date %j is refused', async date => {
  await expect(scaffolded(gates(), {title: 'x', date})).rejects.toThrow(
    `Unexpected date "${date}", expected a day of the calendar`,
  )
})

test('the same bytes in two folders and working folders', async () => {
  const [one, two] = [gates(), gates()]
  const first = await scaffolded(one)
  mkdirSync(join(two, 'deep'))
  const workspace = await open(two, {cwd: join(two, 'deep'), date: DATE})
  const second = await scaffold({title: 'Parcels at the gate'}, workspace)
  expect(second.text).toBe(first.text)
  expect(second.path).toBe(first.path)
})

test('nothing is written', async () => {
  const root = gates()
  await scaffolded(root)
  expect(git(root, 'status', '--porcelain')).toBe('')
})
