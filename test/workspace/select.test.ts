import {chmodSync, mkdirSync, symlinkSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import type {WorkspaceOptions} from '../../src/workspace/index.js'
import {corpus} from '../support/corpus.js'
import {folder} from '../support/folders.js'
import {canDeny, unprivileged} from '../support/unprivileged.js'
import {open, openFolder} from './support.js'

const files = {
  'specs/a.md': '',
  'specs/deep/b.md': '',
  'specs/README.md': '',
  'specs/deep/index.md': '',
  'specs/notes.markdown': '',
  'specs/.drafts/c.md': '',
  'specs/image.png': '',
  'research/r.md': '',
  'research/README.md': '',
  'docs/d.md': '',
  'docs/readme.md': '',
  'CHANGELOG.md': '',
}

interface Options extends WorkspaceOptions {
  research?: boolean
  ignoreUnknown?: boolean
}

async function select(
  root: string,
  args: readonly string[],
  {research = false, ignoreUnknown = false, ...options}: Options = {},
) {
  const selection = await (await open(root, options)).select(args, {research, ignoreUnknown})
  return {
    files: selection.files.map(({path, kind, named}) => `${path}${kind ? ` ${kind}` : ''}${named ? ' named' : ''}`),
    ...(selection.unclaimed > 0 && {unclaimed: selection.unclaimed}),
    ...(selection.problems.length > 0 && {problems: selection.problems}),
    ...(selection.notes.length > 0 && {notes: selection.notes.map(({code, text}) => `${code}: ${text}`)}),
  }
}

describe('of what a hook hands over', () => {
  const ignoreUnknown = true

  test('only what would be taken without arguments', async () => {
    const root = folder(files)
    const args = ['CHANGELOG.md', 'specs/README.md', 'specs/a.md', 'research/r.md', 'docs/d.md', 'specs/image.png']
    expect(await select(root, args, {ignoreUnknown})).toEqual({
      files: ['specs/a.md rfc named'],
      notes: ['unknown: Left out, as no documents of the workspace: "CHANGELOG.md" and 4 more'],
    })
    expect((await select(root, args, {ignoreUnknown, research: true})).files).toEqual([
      'research/r.md research named',
      'specs/a.md rfc named',
    ])
    expect(await select(root, ['docs'], {ignoreUnknown})).toEqual({
      files: [],
      notes: ['unknown: Left out, as no documents of the workspace: "docs/d.md"'],
    })
  })

  test('what the config leaves out is left out though it is named', async () => {
    const root = folder({...files, 'spec.config.yaml': 'ignore: specs/deep/**\n'})
    expect(await select(root, ['specs/a.md', 'specs/deep/b.md'], {ignoreUnknown})).toEqual({
      files: ['specs/a.md rfc named'],
      notes: ['unknown: Left out, as no documents of the workspace: "specs/deep/b.md"'],
    })
  })

  test('what is not there is a problem all the same', async () => {
    expect((await select(folder(files), ['gone.md'], {ignoreUnknown})).problems).toHaveLength(1)
  })

  test('without arguments nothing changes', async () => {
    const root = folder(files)
    expect(await select(root, [], {ignoreUnknown})).toEqual(await select(root, []))
  })
})

describe('without arguments', () => {
  test('a kind of the config may name one file, without any sign of a glob', async () => {
    const root = folder({
      'spec.config.yaml': 'kinds:\n  note: {files: [docs/a.md, TOP.md], template: form.md}\n',
      'docs/a.md': '',
      'TOP.md': '',
    })
    expect((await select(root, [])).files).toEqual(['TOP.md note', 'docs/a.md note'])
    expect((await select(root, ['docs'])).files).toEqual(['docs/a.md note'])
  })

  test('the specs, without README and index pages; others are counted', async () => {
    expect(await select(folder(files), [])).toEqual({files: ['specs/a.md rfc', 'specs/deep/b.md rfc'], unclaimed: 1})
  })

  test('with research', async () => {
    expect(await select(folder(files), [], {research: true})).toEqual({
      files: ['research/README.md research', 'research/r.md research', 'specs/a.md rfc', 'specs/deep/b.md rfc'],
      unclaimed: 1,
    })
  })

  test('an empty or missing folder is a note', async () => {
    expect(await select(folder(), [])).toEqual({files: [], notes: ['no-specs: No specs in "specs"']})
    expect(await select(folder({'specs/README.md': ''}), [], {research: true})).toEqual({
      files: [],
      notes: ['no-specs: No specs in "specs"', 'no-research: No research documents in "research"'],
    })
  })

  test('the working folder does not matter', async () => {
    const root = folder(files)
    expect(await select(root, [], {cwd: join(root, 'docs')})).toEqual(await select(root, []))
  })

  test('unsaved documents belong to it', async () => {
    const overlay = new Map([['specs/unsaved.md', '']])
    expect((await select(folder(files), [], {overlay})).files).toContain('specs/unsaved.md rfc')
  })

  test('a folder that leads out of the workspace is a problem', async () => {
    const root = folder()
    symlinkSync(folder({'a.md': ''}), join(root, 'specs'))
    expect(await select(root, [])).toEqual({
      files: [],
      problems: ['"specs" is a link that leaves the workspace'],
      notes: [expect.stringMatching(/^no-specs/)],
    })
  })

  test.skipIf(!canDeny)('a folder that cannot be listed is a problem: its documents are not checked', async () => {
    const root = openFolder({'specs/a.md': '', 'specs/closed/b.md': ''})
    await select(root, [])
    chmodSync(join(root, 'specs/closed'), 0)
    const selection = await unprivileged(() => select(root, []))
    chmodSync(join(root, 'specs/closed'), 0o755)
    expect(selection).toEqual({
      files: ['specs/a.md rfc'],
      problems: ['No permission to list the folder "specs/closed"'],
    })
  })

  test.skipIf(corpus === undefined)('the corpus', async () => {
    const selection = await select(corpus ?? '', [])
    expect(selection.files).toHaveLength(136)
    expect(Object.keys(selection)).toEqual(['files'])
  })
})

test('documents that a walk passes by, as links, are told once, and not where they are named', async () => {
  const root = folder(files)
  for (const name of ['gone.md', 'also-gone.md', 'gone.png']) symlinkSync('nowhere', join(root, 'specs', name))
  const notes = ['not-regular: Left out, as links or no regular files: "specs/also-gone.md" and 1 more']
  for (const args of [[], ['specs'], ['specs', 'specs/**/*.md']])
    expect((await select(root, args)).notes).toEqual(notes)
  const named = await select(root, ['specs', 'specs/also-gone.md'])
  expect(named.files).toContain('specs/also-gone.md rfc named')
  expect(named.notes).toEqual(['not-regular: Left out, as links or no regular files: "specs/gone.md"'])
})

describe('files', () => {
  test('named: of any kind or none', async () => {
    expect(await select(folder(files), ['specs/a.md', 'research/r.md', 'docs/d.md', 'specs/README.md'])).toEqual({
      files: ['docs/d.md named', 'research/r.md research named', 'specs/README.md named', 'specs/a.md rfc named'],
    })
  })

  test('relative to the working folder, absolute, and elsewhere', async () => {
    const root = folder(files)
    const other = folder({'specs/o.md': ''})
    const args = ['../specs/a.md', join(root, 'docs/d.md'), join(other, 'specs/o.md')]
    expect((await select(root, args, {cwd: join(root, 'docs')})).files).toEqual(
      [`${other}/specs/o.md named`, 'docs/d.md named', 'specs/a.md rfc named'].sort(),
    )
  })

  test('once, however often and by whatever way', async () => {
    const root = folder(files)
    const args = ['specs', './specs/a.md', 'specs/a.md', 'specs/*.md', join(root, 'specs/a.md')]
    expect((await select(root, args)).files.filter(file => file.includes('a.md'))).toEqual(['specs/a.md rfc named'])
  })

  test('reached through a linked folder, they lie in the workspace', async () => {
    const root = folder(files)
    const link = join(folder(), 'link')
    symlinkSync(root, link)
    expect((await select(root, [join(link, 'specs/a.md')])).files).toEqual(['specs/a.md rfc named'])
    expect((await select(link, ['a.md'], {cwd: join(link, 'specs')})).files).toEqual(['specs/a.md rfc named'])
  })

  test('that cannot be read stay, so that reading tells why', async () => {
    const root = folder({'specs/latin1.md': Buffer.from([0xe4])})
    symlinkSync('nowhere', join(root, 'specs/dangling.md'))
    symlinkSync('/etc/hostname', join(root, 'specs/leaves.md'))
    expect(await select(root, ['specs/latin1.md', 'specs/dangling.md', 'specs/leaves.md'])).toEqual({
      files: ['specs/dangling.md rfc named', 'specs/latin1.md rfc named', 'specs/leaves.md rfc named'],
    })
  })

  test.skipIf(!canDeny)('in a folder that is closed stay too', async () => {
    const root = openFolder({'specs/closed/a.md': ''})
    await select(root, ['specs/closed/a.md'])
    chmodSync(join(root, 'specs/closed'), 0)
    const {files} = await unprivileged(() => select(root, ['specs/closed/a.md']))
    chmodSync(join(root, 'specs/closed'), 0o755)
    expect(files).toEqual(['specs/closed/a.md rfc named'])
  })

  test('unsaved ones need not be on the disk', async () => {
    const overlay = new Map([['specs/new.md', '']])
    expect((await select(folder(files), ['specs/new.md'], {overlay})).files).toEqual(['specs/new.md rfc named'])
  })

  test('with names that a shell, a glob or a terminal would take otherwise', async () => {
    const names = [
      'a b.md',
      '[draft].md',
      '{a,b}.md',
      'what?.md',
      '*.md',
      '!no.md',
      '-x.md',
      'e\u0301.md',
      'l\nb.md',
      '\'"`$.md',
      'back\\slash.md',
    ]
    const root = folder()
    mkdirSync(join(root, 'specs'))
    for (const name of [...names, 'other.md']) writeFileSync(join(root, 'specs', name), '')
    for (const name of names)
      expect(await select(root, [`specs/${name}`])).toEqual({files: [`specs/${name} rfc named`]})
  })

  test('names that differ in case only are different files', async () => {
    expect((await select(folder({'specs/a.md': '', 'specs/A.md': ''}), ['specs'])).files).toEqual([
      'specs/A.md rfc',
      'specs/a.md rfc',
    ])
  })
})

describe('what is missing', () => {
  const problem = async (argument: string, options?: Options) =>
    (await select(folder(files), [argument], options)).problems?.join('\n')

  test('is told with what may be meant', async () => {
    expect(await problem('specs/aa.md')).toBe('"specs/aa.md" does not exist. Did you mean "specs/a.md"?')
    expect(await problem('specs/A.md')).toBe('"specs/A.md" does not exist. Did you mean "specs/a.md"?')
    expect(await problem('spec/deep/b.md')).toBe('"spec/deep/b.md" does not exist. Did you mean "specs/deep/b.md"?')
    expect(await problem('spec/new.md')).toBe('"spec/new.md" does not exist. Did you mean "specs"?')
    expect(await problem('spec')).toBe('"spec" does not exist. Did you mean "specs"?')
    expect(await problem('b.md')).toBe('"b.md" does not exist. Did you mean "specs/deep/b.md"?')
    expect(await problem('zzzzzz.md')).toBe('"zzzzzz.md" does not exist')
    expect(await problem('specs/a.md/x')).toBe('"specs/a.md/x" does not exist')
    expect(await problem(`${'x'.repeat(5000)}.md`)).toMatch(/ does not exist$/)
  })

  test('relative to the working folder', async () => {
    const root = folder(files)
    expect((await select(root, ['aa.md'], {cwd: join(root, 'specs')})).problems).toEqual([
      '"aa.md" does not exist. Did you mean "a.md"?',
    ])
  })

  test('above the root, nothing is looked up', async () => {
    const parent = folder({'secret.md': '', 'root/a.md': ''})
    expect((await select(join(parent, 'root'), ['../secre.md'])).problems).toEqual(['"../secre.md" does not exist'])
  })

  test('does not keep the rest from being chosen', async () => {
    expect(await select(folder(files), ['specs/zzzzzzz.md', 'specs/a.md'])).toEqual({
      files: ['specs/a.md rfc named'],
      problems: ['"specs/zzzzzzz.md" does not exist'],
    })
  })

  test('is printed safely', async () => {
    expect(await problem('x\u001b[31m\n.md')).toBe('"x\\u{1b}[31m\\u{a}.md" does not exist')
    expect(await problem('')).toBe('Unexpected argument "", expected a file, a folder or a glob')
    expect(await problem('a\0b')).toBe('Unexpected argument "a\\u{0}b", expected a file, a folder or a glob')
  })
})

describe('folders', () => {
  test('of the workspace: what the kinds claim', async () => {
    const specs = {files: ['specs/a.md rfc', 'specs/deep/b.md rfc'], unclaimed: 1}
    expect(await select(folder(files), ['specs'])).toEqual(specs)
    expect(await select(folder(files), ['specs/'])).toEqual(specs)
    expect(await select(folder(files), ['.'])).toEqual(specs)
    expect(await select(folder(files), ['specs/deep'])).toEqual({files: ['specs/deep/b.md rfc']})
    const root = folder(files)
    expect(await select(root, ['..'], {cwd: join(root, 'docs')})).toEqual(specs)
  })

  test('of research, when they are named', async () => {
    expect((await select(folder(files), ['research'])).files).toEqual([
      'research/README.md research',
      'research/r.md research',
    ])
    expect((await select(folder(files), ['.'], {research: true})).files).toContain('research/r.md research')
  })

  test('other ones: every document but README and index pages', async () => {
    expect(await select(folder(files), ['docs'])).toEqual({files: ['docs/d.md']})
    const other = folder(files)
    expect((await select(folder(), [join(other, 'specs')])).files).toEqual(
      ['a.md', 'deep/b.md', 'notes.markdown'].map(name => `${other}/specs/${name}`),
    )
    expect((await select(folder(files), ['specs/.drafts'])).files).toEqual([])
  })

  test('without documents are a problem', async () => {
    const root = folder({'docs/a.txt': ''})
    mkdirSync(join(root, 'specs/a.md'), {recursive: true})
    expect(await select(root, ['docs', 'specs', 'specs/a.md', '.'])).toEqual({
      files: [],
      problems: ['docs', 'specs', 'specs/a.md', '.'].map(name => `No documents to check in "${name}"`),
    })
  })

  test('that lead out of the workspace are a problem', async () => {
    const root = folder(files)
    symlinkSync(folder({'a.md': ''}), join(root, 'away'))
    symlinkSync('specs', join(root, 'within'))
    expect((await select(root, ['away'])).problems).toEqual(['"away" is a link that leaves the workspace'])
    expect((await select(root, ['away/*.md'])).problems).toEqual([
      '"away/*.md" begins at a link that leaves the workspace',
    ])
    expect((await select(root, ['within/a.md'])).files).toEqual(['within/a.md named'])
  })
})

describe('globs', () => {
  test.each([
    ['specs/*.md', ['specs/README.md', 'specs/a.md rfc']],
    ['specs/**/*.md', ['specs/README.md', 'specs/a.md rfc', 'specs/deep/b.md rfc', 'specs/deep/index.md']],
    ['./specs/a.*', ['specs/a.md rfc']],
    ['specs/[a-c].md', ['specs/a.md rfc']],
    ['{specs,docs}/?.md', ['docs/d.md', 'specs/a.md rfc']],
    ['specs/*', ['specs/README.md', 'specs/a.md rfc', 'specs/notes.markdown']],
    ['research/**', ['research/README.md research', 'research/r.md research']],
    ['specs/!(README).md', ['specs/a.md rfc']],
  ])('%s', async (glob, paths) => {
    expect(await select(folder(files), [glob])).toEqual({files: paths})
  })

  test('relative to the working folder, absolute, and elsewhere', async () => {
    const root = folder(files)
    const other = folder({'x/o.md': ''})
    const cwd = join(root, 'docs')
    expect((await select(root, ['../specs/*.md'], {cwd})).files).toEqual(['specs/README.md', 'specs/a.md rfc'])
    expect((await select(root, ['*.md'], {cwd})).files).toEqual(['docs/d.md', 'docs/readme.md'])
    expect((await select(root, [`${root}/docs/d*`])).files).toEqual(['docs/d.md'])
    expect((await select(root, [`${other}/**`])).files).toEqual([`${other}/x/o.md`])
  })

  test('in folders whose names have a glob’s signs', async () => {
    const root = folder({'a [b]/c.md': '', 'specs/line\nbreak/d.md': ''})
    expect((await select(root, ['a \\[b\\]/*.md'])).files).toEqual(['a [b]/c.md'])
    expect((await select(root, ['*.md'], {cwd: join(root, 'a [b]')})).files).toEqual(['a [b]/c.md'])
    expect((await select(root, ['specs/**/d.md'])).files).toEqual(['specs/line\nbreak/d.md rfc'])
  })

  test('that match nothing are a problem', async () => {
    const root = folder(files)
    expect(await select(root, ['specs/*.mdx', 'spec/*.md', 'docs/*.png', `${'x'.repeat(70_000)}*`])).toEqual({
      files: [],
      problems: [
        '"specs/*.mdx" matches no Markdown file',
        '"spec/*.md" matches no Markdown file. Did you mean "specs"?',
        '"docs/*.png" matches no Markdown file',
        expect.stringMatching(/matches no Markdown file$/),
      ],
    })
  })
})

describe('kindOf', () => {
  test('claims paths that need not exist', async () => {
    const {kindOf, root} = await open(folder())
    expect(await kindOf('specs/2026-01-31-new.md')).toBe('rfc')
    expect(await kindOf(join(root, 'specs/a/b.md'))).toBe('rfc')
    expect(await kindOf('research/a.md')).toBe('research')
    for (const path of [
      'specs/README.md',
      'specs/a/index.md',
      'docs/a.md',
      'specs/.a/b.md',
      'Specs/a.md',
      '../specs/a.md',
      'specs/a.txt',
      'a\0',
    ])
      expect(await kindOf(path)).toBeUndefined()
    expect(await kindOf('specs/line\nbreak/a.md')).toBe('rfc')
  })
})

test('ten thousand files are no matter', async () => {
  const root = folder()
  for (let index = 0; index < 10_000; index++) {
    if (index % 100 === 0) mkdirSync(join(root, `specs/${index / 100}`), {recursive: true})
    writeFileSync(join(root, `specs/${Math.floor(index / 100)}/${index}.md`), '')
  }
  const {select} = await open(root)
  expect((await select([])).files).toHaveLength(10_000)
  expect((await select(['specs/**/1*.md'])).files.length).toBeGreaterThan(1000)
})
