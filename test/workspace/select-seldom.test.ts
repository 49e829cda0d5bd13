import {execFileSync} from 'node:child_process'
import {chmodSync, mkdirSync, symlinkSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {folder, repository} from '../support/folders.js'
import {canDeny, unprivileged} from '../support/unprivileged.js'
import {from, open, openFolder} from './support.js'

const page = '# Specs\n\n<!-- spec-list: begin -->\n<!-- spec-list: end -->\n'

describe('a file elsewhere', () => {
  test('that is not there, nor its folder', async () => {
    const root = folder({'specs/a.md': ''})
    const {problems} = await (await open(root)).select(['../none/b.md', '/none/of/it.md'])
    expect(problems).toEqual(['"../none/b.md" does not exist', '"/none/of/it.md" does not exist'])
  })

  test('is no research, but in a folder that the config lets in', async () => {
    const place = folder({
      'own/spec.config.yaml': 'research: [{path: ../theirs, outside: true}]\n',
      'own/specs/a.md': '',
      'theirs/r.md': '',
      'others/o.md': '',
    })
    const workspace = await open(join(place, 'own'))
    const {files} = await workspace.select(['../theirs/r.md', '../others/o.md', '../others'])
    expect(files).toEqual([
      {path: '../theirs/r.md', kind: 'research', named: true},
      {path: join(place, 'others/o.md'), named: true},
    ])
  })

  test('belongs to the workspace of its config, which reaches no farther than its root without a repository', async () => {
    const own = await from(folder({'spec.config.yaml': '', 'specs/a.md': ''}))
    const place = folder({'spec.config.yaml': 'specs: docs\n', 'docs/b.md': '', 'README.md': '', 'n/docs/c.md': ''})
    writeFileSync(join(place, 'n/spec.config.yaml'), 'specs: docs\n')
    const home = await own.homeOf(join(place, 'n/docs/c.md'))
    expect([home.workspace.root, home.path]).toEqual([join(place, 'n'), 'docs/c.md'])
    expect(home.outward('docs/c.md')).toBe(join(place, 'n/docs/c.md'))
    const {entries} = await home.workspace.look([{path: '../README.md'}, {path: 'docs/c.md'}])
    expect([...entries.values()]).toEqual([{type: 'outside'}, {type: 'file'}])
    const {files} = await own.select([join(place, 'docs')])
    expect(files).toEqual([{path: join(place, 'docs/b.md'), kind: 'rfc', named: false}])
  })

  test('at the top of all folders belongs to the workspace of whoever names it', async () => {
    const workspace = await from(folder({'spec.config.yaml': ''}))
    for (const path of ['/none.md', '/none-of-it/none.md'])
      expect(await workspace.homeOf(path)).toMatchObject({workspace, path})
  })
})

describe('what cannot be looked into', () => {
  test.skipIf(!canDeny)('a folder in a glob that goes into all, or begins there', async () => {
    const root = openFolder({'specs/a.md': '', 'specs/closed/b.md': '', 'specs/open/c.md': ''})
    // It may be gone through, and not be listed.
    chmodSync(join(root, 'specs/closed'), 0o711)
    const workspace = await open(root)
    await workspace.select(['specs/*.md', 'none'])
    const select = (glob: string) => unprivileged(async () => (await open(root)).select([glob]))
    const problem = 'No permission to list the folder "specs/closed"'
    expect(await select('specs/**/*.md')).toMatchObject({files: [{}, {}], problems: [problem]})
    expect((await select('specs/closed/*.md')).problems).toEqual([
      problem,
      '"specs/closed/*.md" matches no Markdown file. Did you mean "specs/closed"?',
    ])
    expect(await select('specs/*.md')).toMatchObject({files: [{path: 'specs/a.md'}], problems: []})
  })

  test.skipIf(process.platform === 'win32')('a pipe with the name of a document is passed by', async () => {
    const root = folder({'specs/a.md': ''})
    execFileSync('mkfifo', [join(root, 'specs/p.md')])
    const {files, notes} = await (await open(root)).select([])
    expect(files.map(({path}) => path)).toEqual(['specs/a.md'])
    expect(notes).toEqual([{code: 'not-regular', text: 'Left out, as links or no regular files: "specs/p.md"'}])
  })

  test('links in research are told where research is asked for', async () => {
    const root = folder({'specs/a.md': '', 'research/r.md': ''})
    symlinkSync('r.md', join(root, 'research/l.md'))
    const workspace = await open(root)
    expect((await workspace.select([])).notes).toEqual([])
    expect((await workspace.select([], {research: true})).notes).toMatchObject([{code: 'not-regular'}])
  })
})

describe('the config', () => {
  test('may name a file for a folder, which is told as none', async () => {
    const root = folder({'spec.config.yaml': 'specs: docs\n', docs: 'a file'})
    expect((await (await open(root)).select([])).problems).toEqual([
      'The folder "docs" of the config does not exist (spec.config.yaml:1)',
    ])
  })

  test('that others build on is not told that it has no documents, but all else', async () => {
    const root = repository({
      'spec.config.yaml': 'extends: ./shared/spec.config.yaml\nspecs: specs\nresearch: research\n',
      'specs/a.md': '',
      'research/r.md': '',
      'shared/spec.config.yaml': 'research: [{path: notes, untracked: true}]\n',
      'alone/spec.config.yaml': '',
    })
    const {problems, notes} = await (await from(root)).select([])
    expect(problems).toEqual([])
    expect(notes.map(({text}) => text)).toEqual([
      'In "alone": No specs in "specs"',
      'In "shared": The research folder "notes" is not here (spec.config.yaml:1): what is cited of it is not looked up',
    ])
  })

  test('may leave a page above the specs out, or give it a kind', async () => {
    const files = {'docs/specs/a.md': '', 'docs/README.md': page, 'README.md': page}
    const pagesOf = async (config: string) => {
      const {select} = await open(folder({...files, 'spec.config.yaml': `specs: docs/specs\n${config}`}))
      return (await select([], {pages: true})).files.map(({path, kind}) => `${kind} ${path}`)
    }
    expect(await pagesOf('')).toEqual(['index README.md', 'index docs/README.md', 'rfc docs/specs/a.md'])
    expect(await pagesOf('ignore: docs/README.md\n')).toEqual(['index README.md', 'rfc docs/specs/a.md'])
    expect(await pagesOf('kinds: {note: {files: docs/README.md}}\n')).toEqual([
      'index README.md',
      'note docs/README.md',
      'rfc docs/specs/a.md',
    ])
  })

  test('may mark as untracked what is a file: it is not here as a folder', async () => {
    const root = folder({'spec.config.yaml': 'research: [{path: notes, untracked: true}]\n', notes: 'a file'})
    const {entries} = await (await open(root)).look([{path: 'notes/r.md'}])
    expect(entries.get('notes/r.md')).toEqual({type: 'missing', private: 'not-here'})
  })
})

describe('workspaces below', () => {
  test('are found by their folders where git cannot read its index', async () => {
    const root = repository({'a/spec.config.yaml': '', 'a/specs/x.md': '', 'b/y.md': ''})
    writeFileSync(join(root, '.git/index'), 'none')
    const workspace = await from(root)
    expect(await workspace.nested()).toEqual(['a'])
    await workspace.close()
  })

  test.skipIf(process.platform !== 'linux')(
    'in a folder whose name is no UTF-8 are none that a path can name',
    async () => {
      const root = repository({'p/a/spec.config.yaml': '', 'spec.config.yaml': ''})
      const odd = Buffer.concat([Buffer.from(`${root}/p/`), Buffer.from([0xe9])])
      mkdirSync(odd)
      writeFileSync(Buffer.concat([odd, Buffer.from('/spec.config.yaml')]), '')
      const workspace = await from(join(root, 'p'))
      expect(await workspace.nested()).toEqual(['p/a'])
      await workspace.close()
    },
  )

  test('a folder of specs that is one of its own has no document of ours', async () => {
    const root = folder({'spec.config.yaml': '', 'specs/spec.config.yaml': '', 'specs/a.md': '', 'research/r.md': ''})
    const {specs, research} = await (await open(root)).look([])
    expect({specs, research}).toEqual({specs: [], research: ['research/r.md']})
  })

  test('what lies in none of their folders is neither spec nor research of theirs', async () => {
    const root = repository({
      'spec.config.yaml': '',
      'p/spec.config.yaml': '',
      'p/README.md': '',
      'p/specs/a.md': '',
      'p/research/r.md': '',
    })
    const workspace = await from(root)
    const paths = ['p/README.md', 'p/specs/a.md', 'p/research/r.md']
    const {entries} = await workspace.look(paths.map(path => ({path})))
    expect([...entries.values()]).toEqual([
      {type: 'file'},
      {type: 'file', folder: 'spec'},
      {type: 'file', folder: 'research'},
    ])
    await workspace.close()
  })
})

test('what may be meant can be the working folder itself', async () => {
  const root = folder({'specs/a.md': ''})
  const {problems} = await (await open(root, {cwd: join(root, 'specs')})).select(['../spec'])
  expect(problems).toEqual(['"../spec" does not exist. Did you mean "."?'])
})
