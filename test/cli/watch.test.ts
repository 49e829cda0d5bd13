import {type ChildProcess, spawn, spawnSync} from 'node:child_process'
import {appendFileSync, mkdirSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {describe, expect, onTestFinished, test, vi} from 'vitest'
import {bareEnvironment, commit, folder, repository} from '../support/folders.js'
import {faulty, sound} from './documents.js'
import {spec} from './support.js'

const bin = fileURLToPath(new URL('../../bin/spec.js', import.meta.url))

// Nothing here takes a time of its own: on a busy machine it takes longer.
vi.setConfig({testTimeout: 300_000})

/** A process that watches, and what it writes. Waits for a text, however many runs it takes, and never for a time. */
class Watching {
  readonly #child: ChildProcess
  #text = ''
  #wake = () => {}
  #status: number | null | undefined

  constructor(cwd: string, argv: readonly string[] = [], command: readonly string[] = []) {
    const [program = '', ...rest] = [...command, process.execPath, bin, 'lint', '--watch', ...argv]
    this.#child = spawn(program, rest, {cwd, env: bareEnvironment()})
    for (const stream of [this.#child.stdout, this.#child.stderr])
      stream?.on('data', chunk => {
        this.#text += chunk
        this.#wake()
      })
    this.#child.on('close', status => {
      this.#status = status
      this.#wake()
    })
    onTestFinished(() => void this.#child.kill('SIGKILL'))
  }

  /** All that was written since the last call, once that fits. */
  async says(pattern: RegExp): Promise<string> {
    while (!pattern.test(this.#text)) {
      if (this.#status !== undefined) throw new Error(`Ended with ${this.#status}, said ${JSON.stringify(this.#text)}`)
      await new Promise<void>(resolve => {
        this.#wake = resolve
      })
    }
    const text = this.#text
    this.#text = ''
    return text
  }

  /** Nobody reads on. */
  hangUp(): void {
    this.#child.stdout?.destroy()
  }

  async ends(signal?: NodeJS.Signals): Promise<{status: number | null; text: string}> {
    if (signal) this.#child.kill(signal)
    while (this.#status === undefined)
      await new Promise<void>(resolve => {
        this.#wake = resolve
      })
    return {status: this.#status, text: this.#text}
  }
}

/** One file and a summary, after a change of these paths, in any order. */
const changed = (path: string, summary: string) => new RegExp(`^Changed: .*"${path}"[^]*^${summary}`, 'm')
const CLEAN = '\\d files? checked, no problems'
const ERROR = '\\d files? checked: 1 error'
const READY = /Watching for changes, Ctrl-C ends it\n/

describe('runs again after a change of', () => {
  test('a spec: written, saved by renaming, new in a new folder, gone', async () => {
    const root = folder({'specs/a.md': sound})
    const watching = new Watching(root)
    expect(await watching.says(READY)).toMatch(new RegExp(`^${CLEAN}`, 'm'))
    writeFileSync(join(root, 'specs/a.md'), faulty)
    expect(await watching.says(changed('specs/a.md', ERROR))).toContain('specs/a.md:6:12')
    // As an editor does: a backup, a new file, a rename over the old one.
    writeFileSync(join(root, 'specs/a.md~'), faulty)
    writeFileSync(join(root, 'specs/4913'), '')
    writeFileSync(join(root, 'specs/.a.md.new'), sound)
    renameSync(join(root, 'specs/.a.md.new'), join(root, 'specs/a.md'))
    const saved = await watching.says(changed('specs/a.md', CLEAN))
    expect(saved).not.toMatch(/4913|a\.md~|\.new/)
    appendFileSync(join(root, 'specs/a.md'), '\n')
    await watching.says(changed('specs/a.md', CLEAN))
    mkdirSync(join(root, 'specs/deep/er'), {recursive: true})
    writeFileSync(join(root, 'specs/deep/er/b.md'), faulty)
    await watching.says(/^2 files checked: 1 error/m)
    writeFileSync(join(root, 'specs/deep/er/b.md'), sound)
    await watching.says(changed('specs/deep/er/b.md', '2 files checked, no problems'))
    rmSync(join(root, 'specs'), {recursive: true})
    await watching.says(/^Nothing to check/m)
    mkdirSync(join(root, 'specs'))
    writeFileSync(join(root, 'specs/c.md'), faulty)
    await watching.says(/^1 file checked: 1 error/m)
    expect(await watching.ends('SIGINT')).toMatchObject({status: 0})
  })

  test('cited research and code, there or not, and the commit', async () => {
    const cites = (text: string) => sound.replace('Titles are public.', `Titles are public. ${text}`)
    const root = repository({
      'specs/a.md': cites('See [r](../research/r.md#a) and `lib/deep/x.ts:3`.'),
      'research/r.md': '# R\n\n## A\n',
      'lib/other.ts': 'a\n',
    })
    const watching = new Watching(root)
    await watching.says(READY)
    writeFileSync(join(root, 'research/r.md'), '# R\n\n## B\n')
    await watching.says(changed('research/r.md', ERROR))
    writeFileSync(join(root, 'research/r.md'), '# R\n\n## A\n')
    await watching.says(changed('research/r.md', '1 file checked'))
    mkdirSync(join(root, 'lib/deep'))
    writeFileSync(join(root, 'lib/deep/x.ts'), 'a\n')
    // To the end of that run: what changes while it starts it may have seen already.
    await watching.says(changed('lib/deep(/x.ts)?', '1 file checked'))
    writeFileSync(join(root, 'lib/deep/x.ts'), 'a\nb\nc\n')
    await watching.says(changed('lib/deep/x.ts', '1 file checked'))
    commit(root, 'second')
    await watching.says(/^Changed: .*"\.git\//m)
  })

  test('the config, its kinds’ templates and schemas; one that is broken in between is told', async () => {
    const note = '# Note\n\n## A\n\nWe bill at once.\n\nTBD\n'
    const config = 'kinds:\n  note: {files: notes/*.md, template: form.md, schema: note.yaml}\n'
    const root = folder({
      'spec.config.yaml': config,
      'form.md': '# [Title]\n\n## A\n',
      'note.yaml': '$ref: specwright:core\n',
      'notes/a.md': note,
    })
    const watching = new Watching(root)
    expect(await watching.says(READY)).toMatch(/^1 file checked: 1 warning/m)
    writeFileSync(join(root, 'spec.config.yaml'), `${config}rules: {unset-valu: off}\n`)
    expect(await watching.says(/^spec: The settings cannot be used: 1 error/m)).toContain(
      'did you mean: "unset-value"?',
    )
    writeFileSync(join(root, 'spec.config.yaml'), `${config}rules: {unset-value: off}\n`)
    await watching.says(changed('spec.config.yaml', CLEAN))
    writeFileSync(join(root, 'note.yaml'), '$ref: specwright:cor\n')
    await watching.says(/^spec: The settings cannot be used: 1 error in "note.yaml"/m)
    writeFileSync(join(root, 'note.yaml'), '$ref: specwright:core\n$defs: {}\n')
    await watching.says(changed('note.yaml', CLEAN))
    rmSync(join(root, 'form.md'))
    await watching.says(/^spec: The settings cannot be used: 1 error/m)
    writeFileSync(join(root, 'form.md'), '# [Title]\n\n## A\n')
    await watching.says(changed('form.md', CLEAN))
    rmSync(join(root, 'spec.config.yaml'))
    await watching.says(/^Nothing to check/m)
    writeFileSync(join(root, 'spec.config.yaml'), config)
    await watching.says(/^1 file checked: 1 warning/m)
  })

  test('a document, a config and research of a workspace below', async () => {
    const cites = sound.replace('Titles are public.', 'Titles are public, see [r](../research/r.md#a).')
    const root = folder({
      'specs/a.md': sound,
      'p/spec.config.yaml': 'specs: docs\n',
      'p/docs/b.md': cites,
      'p/research/r.md': '# R\n\n## A\n',
    })
    const watching = new Watching(root)
    expect(await watching.says(READY)).toMatch(/^2 files checked, no problems/m)
    writeFileSync(join(root, 'p/research/r.md'), '# R\n\n## B\n')
    await watching.says(changed('p/research/r.md', ERROR))
    writeFileSync(join(root, 'p/spec.config.yaml'), 'specs: docs\nrules: {dead-anchor: off}\n')
    await watching.says(changed('p/spec.config.yaml', CLEAN))
    writeFileSync(join(root, 'p/docs/c.md'), faulty)
    await watching.says(/^3 files checked: 1 error/m)
    expect(await watching.ends('SIGINT')).toMatchObject({status: 0})
  })

  test('a schema of one’s own, and what arguments name, there or not', async () => {
    const root = folder({'notes/a.md': sound, 'team.yaml': '$ref: specwright:rfc\n'})
    const watching = new Watching(root, ['notes/*.md', 'later/b.md', '--schema', 'team.yaml'])
    expect(await watching.says(READY)).toContain('spec: "later/b.md" does not exist')
    writeFileSync(join(root, 'team.yaml'), '$ref: specwright:rfc\n$defs: {machine-author: true}\n')
    await watching.says(changed('team.yaml', CLEAN))
    writeFileSync(join(root, 'notes/c.md'), sound)
    await watching.says(changed('notes/c.md', '2 files checked'))
    mkdirSync(join(root, 'later'))
    writeFileSync(join(root, 'later/b.md'), sound)
    await watching.says(/^3 files checked/m)
  })
})

test('nothing else is a reason: other files, builds, packages, hidden ones', async () => {
  const root = repository({'specs/a.md': sound, 'src/x.ts': ''})
  const watching = new Watching(root)
  await watching.says(READY)
  for (const path of [
    'src/x.ts',
    'dist/y.md',
    'specs/notes.txt',
    'specs/.hidden/z.md',
    'node_modules/m/README.md',
    '.git/x',
  ]) {
    mkdirSync(join(root, path, '..'), {recursive: true})
    writeFileSync(join(root, path), 'x')
  }
  writeFileSync(join(root, 'specs/a.md'), `${sound}\n`)
  const said = await watching.says(changed('specs/a.md', CLEAN))
  expect(said).not.toMatch(/x\.ts|y\.md|notes\.txt|z\.md|README/)
})

test.each(['SIGINT', 'SIGTERM'] as const)('%s ends it with status 0, whatever was found', async signal => {
  const watching = new Watching(folder({'specs/a.md': faulty}))
  expect(await watching.says(READY)).toMatch(new RegExp(`^${ERROR}`, 'm'))
  expect(await watching.ends(signal)).toEqual({status: 0, text: ''})
})

test('it ends when nobody reads what it says', async () => {
  const root = folder({'specs/a.md': sound})
  const watching = new Watching(root)
  await watching.says(READY)
  watching.hangUp()
  writeFileSync(join(root, 'specs/a.md'), faulty)
  expect(await watching.ends()).toMatchObject({status: 0})
})

test.each([
  [['-', '--stdin-filename', 'a.md'], 'Unexpected --watch with "-", expected files'],
  [['--staged'], 'Unexpected --watch with --staged, expected one of them'],
  [['--update-baseline'], 'Unexpected --watch with --update-baseline, expected one of them'],
  [['--format', 'json'], 'Unexpected --watch with --format json, expected text or compact'],
  [['--rule', 'x'], 'Unexpected value "x" of --rule'],
  [['--root', 'nowhere'], 'Unexpected root'],
])('%j is a usage error at once', async (argv, words) => {
  const {status, stdout, stderr} = await spec(folder(), ['lint', '--watch', ...argv])
  expect([status, stdout, stderr]).toEqual([2, '', expect.stringContaining(`spec: ${words}`)])
})

test('a config that is broken at the start is a usage error', async () => {
  const watching = new Watching(folder({'spec.config.yaml': 'kindz: {}\n'}))
  expect(await watching.ends()).toMatchObject({status: 2, text: expect.stringContaining('kindz')})
})

test('on a terminal each run has the screen for itself', async () => {
  const root = folder({'specs/a.md': sound})
  let end = () => {}
  const interrupted = () =>
    new Promise<void>(resolve => {
      end = resolve
    })
  let changes = 0
  const stderr = {
    write: (text: string) => {
      if (text.startsWith('Watching')) {
        if (changes++ === 0) writeFileSync(join(root, 'specs/a.md'), faulty)
        else end()
      }
    },
  }
  const {status, stdout} = await spec(root, ['lint', '--watch', '--no-color'], {
    isTTY: true,
    columns: 80,
    interrupted,
    stderr,
  })
  const [first, second, ...more] = stdout.split('\x1b[2J\x1b[H')
  expect([first, second]).toEqual([expect.stringMatching(CLEAN), expect.stringMatching(ERROR)])
  expect([status, more]).toEqual([0, []])
})

// In a namespace of its own a process can be given fewer.
const within = (limit: string, most: number) => [
  'unshare',
  '--user',
  '--map-root-user',
  'sh',
  '-c',
  `echo ${most} > /proc/sys/user/${limit} && exec "$@"`,
  'sh',
]
const isLimited = (limit: string, most: number) => {
  const [program = '', ...rest] = within(limit, most)
  return spawnSync(program, [...rest, 'true']).status === 0
}

test.for([
  ['max_inotify_watches', 1, 'fs.inotify.max_user_watches'],
  ['max_inotify_instances', 0, 'fs.inotify.max_user_instances'],
] as const)('a system that watches no more says so: %s', async ([limit, most, told], {skip}) => {
  if (!isLimited(limit, most)) skip('no process can be limited here')
  const watching = new Watching(folder({'specs/a.md': sound}), [], within(limit, most))
  const {status, text} = await watching.ends()
  expect([status, text]).toEqual([2, expect.stringContaining(told)])
})
