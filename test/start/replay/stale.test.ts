import {mkdirSync, unlinkSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {faulty, sound} from '../../cli/documents.js'
import {commit, folder, git, repository} from '../../support/folders.js'
import {isRetold, markKept, spec} from './runs.js'

const put = (path: string, text: string) => (root: string) => {
  mkdirSync(dirname(join(root, path)), {recursive: true})
  writeFileSync(join(root, path), text)
}

interface Scene {
  files: Record<string, string>
  /** Of the user's own folder. */
  home?: Record<string, string>
  /** Before the first run, and after it. */
  before?(cwd: string, home: string): void
  change(cwd: string, home: string): void
}

// Each changes what git says, in a place where the run itself reads nothing.
const SCENES: Record<string, Scene> = {
  'a new config in a tracked folder': {
    files: {'specs/a.md': sound, 'packages/x/specs/bad.md': faulty},
    change: put('packages/x/spec.config.json', '{}'),
  },
  'a new folder with a config': {
    files: {'specs/a.md': sound},
    change: cwd => {
      put('packages/w/specs/bad.md', faulty)(cwd)
      put('packages/w/spec.config.json', '{}')(cwd)
    },
  },
  'a config deep in a folder that git does not track': {
    files: {'specs/a.md': sound},
    before: put('new/deep/specs/bad.md', faulty),
    change: put('new/deep/spec.config.yaml', '{}'),
  },
  'a file of what is ignored above a config': {
    files: {'specs/a.md': sound, 'packages/y/.gitignore': 'z\n'},
    before: cwd => {
      put('packages/y/z/specs/bad.md', faulty)(cwd)
      put('packages/y/z/spec.config.yaml', '{}')(cwd)
    },
    change: put('packages/y/.gitignore', '#z\n'),
  },
  "the user's file of what is ignored": {
    files: {'specs/a.md': `${sound}\nSee \`src/b.ts:1-2\`.\n`, 'src/a.ts': 'a\n'},
    home: {'.gitconfig': '[core]\n\texcludesFile = ~/.gitignore_global\n', '.gitignore_global': 'src/b.ts\n'},
    change: (_, home) => writeFileSync(join(home, '.gitignore_global'), ''),
  },
  "what the user's settings include": {
    files: {'specs/a.md': `${sound}\nSee \`src/b.ts:1-2\`.\n`, 'src/a.ts': 'a\n'},
    home: {'.gitconfig': '[include]\n\tpath = more\n', more: '', ignored: 'src/b.ts\n'},
    change: (_, home) => writeFileSync(join(home, 'more'), '[core]\n\texcludesFile = ~/ignored\n'),
  },
  'a file of what is ignored above cited code': {
    files: {'specs/a.md': `${sound}\nSee \`lib/zz.ts:4\`.\n`, 'lib/.gitignore': 'zz.ts\n', 'lib/a.ts': 'a\n'},
    change: put('lib/.gitignore', '#zz\n'),
  },
}

describe('a run is done anew after a change that git alone sees', () => {
  test.each(Object.entries(SCENES))('of %s', (_name, {files, home = {}, before, change}) => {
    const [cwd, user] = [repository(files), folder(home)]
    before?.(cwd, user)
    const caller = {cwd, home: folder(), env: {HOME: user}}
    const first = spec(caller)
    markKept(caller.home)
    expect(isRetold(spec(caller))).toBe(true)
    change(cwd, user)
    const fresh = spec({...caller, home: folder()})
    expect(fresh).not.toEqual(first)
    expect(spec(caller)).toEqual(fresh)
  })

  test('of a commit that was fetched by its id', () => {
    const source = repository({'specs/a.md': sound, 'src/a.ts': 'a\n'})
    const id = commit(put('src/b.ts', 'b\n')(source) ?? source, 'second')
    git(source, 'reset', '--quiet', '--hard', 'HEAD~1')
    git(source, 'config', 'uploadpack.allowAnySHA1InWant', 'true')
    const cwd = join(folder(), 'clone')
    git(source, 'clone', '--quiet', '--no-local', '--single-branch', source, cwd)
    put('specs/a.md', `${sound}\nSee \`src/b.ts:3-3\` at ${id}.\n`)(cwd)
    const caller = {cwd, home: folder()}
    const first = spec(caller)
    markKept(caller.home)
    expect(isRetold(spec(caller))).toBe(true)
    git(cwd, 'fetch', '--quiet', 'origin', id)
    const fresh = spec({...caller, home: folder()})
    expect(fresh).not.toEqual(first)
    expect(spec(caller)).toEqual(fresh)
  })
})

test('what a build makes, or an editor leaves, between documents and configs changes nothing', () => {
  const cwd = repository({
    'specs/a.md': sound,
    '.gitignore': 'dist\n',
    'lib/a.ts': 'a\n',
    'packages/x/spec.config.yaml': '{}',
  })
  put('dist/one/a.js', 'a')(cwd)
  const caller = {cwd, home: folder()}
  spec(caller)
  markKept(caller.home)
  put('dist/two/b.js', 'b')(cwd)
  put('lib/b.ts', 'b\n')(cwd)
  put('packages/.swap', '')(cwd)
  expect(isRetold(spec(caller))).toBe(true)
  unlinkSync(join(cwd, 'lib/b.ts'))
  expect(isRetold(spec(caller))).toBe(true)
})
