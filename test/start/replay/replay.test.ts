import {spawn, spawnSync} from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {describe, expect, test} from 'vitest'
import {faulty} from '../../cli/documents.js'
import {bareEnvironment, commit, folder, git, repository} from '../../support/folders.js'
import {bin, type Caller, isRetold, keptIn, markKept, readKept, spec, writeKept} from './runs.js'

const RESEARCH = '---\ndate: 2026-01-10\n---\n\n# Research: Search\n\n## Findings\n\nText.\n'
const FILES = {
  'specs/a.md': `${faulty}\nAs [told](../research/search.md#findings), see \`src/index.ts:2\` and [notes](../docs/notes.md), [more](../research/hidden.md).\n`,
  'specs/README.md': '# Specs\n',
  'research/search.md': RESEARCH,
  'src/index.ts': 'one\ntwo\nthree\n',
  '.gitignore': 'dist\n',
}

/** A caller in a repository of these files, whose run is kept with a mark. */
function kept(files: Record<string, string> = FILES, more: Partial<Caller> = {}): Caller {
  const caller = {cwd: repository(files), home: folder(), ...more}
  const told = spec(caller)
  expect(told.stderr).not.toMatch(/spec:/)
  expect(isRetold(told)).toBe(false)
  expect(keptIn(caller.home)).toHaveLength(1)
  markKept(caller.home)
  return caller
}

describe('a run in which nothing has changed', () => {
  test.each<[string, string[]]>([
    ['text', []],
    ['json', ['--format', 'json']],
    ['one document', ['specs/a.md']],
    ['colours', ['--color']],
    ['the index', ['--staged']],
    ['behind a sign', ['--format=json', '--', 'specs/a.md']],
    ['a stricter one', ['--fail-on', 'warning', '--rule=residue:error']],
  ])('is told from what was kept: %s', (_name, argv) => {
    const caller = {cwd: repository(FILES), home: folder(), argv}
    const first = spec(caller)
    markKept(caller.home)
    const second = spec(caller)
    expect(isRetold(second)).toBe(true)
    expect(second.stdout).toBe(first.stdout)
    expect(second.status).toBe(first.status)
  })

  test('is told after the times of all files have changed, and then by the new times', () => {
    const caller = kept()
    for (const path of Object.keys(FILES)) utimesSync(join(caller.cwd, path), 1_700_000_000, 1_700_000_000)
    expect(isRetold(spec(caller))).toBe(true)
  })

  test('is told where a file was written again with the same text', () => {
    const caller = kept()
    writeFileSync(join(caller.cwd, 'specs/a.md'), FILES['specs/a.md'])
    expect(isRetold(spec(caller))).toBe(true)
  })

  test('is told where there is no repository', () => {
    const caller = {cwd: folder(FILES), home: folder()}
    spec(caller)
    markKept(caller.home)
    expect(isRetold(spec(caller))).toBe(true)
  })

  test('is told with the time that it takes now', () => {
    const caller = kept()
    expect(spec(caller).stdout).toMatch(/checked.*\(a while\)\.$/m)
  })
})

const put = (path: string, text: string) => (cwd: string) => {
  mkdirSync(dirname(join(cwd, path)), {recursive: true})
  writeFileSync(join(cwd, path), text)
}
const CHANGES: Record<string, (cwd: string) => void> = {
  'a document': put('specs/a.md', `${FILES['specs/a.md']}\n## More\n`),
  'a document, by as many bytes': put('specs/a.md', FILES['specs/a.md'].replace('told', 'said')),
  'a new document': put('specs/b.md', faulty),
  'a new document in a new folder': put('specs/deep/b.md', faulty),
  'a document that is gone': cwd => unlinkSync(join(cwd, 'specs/a.md')),
  'research that is cited': put('research/search.md', RESEARCH.replace('Findings', 'Found')),
  'research that is gone': cwd => unlinkSync(join(cwd, 'research/search.md')),
  'research that is new': put('research/other.md', RESEARCH),
  'a new name of research': cwd => renameSync(join(cwd, 'research/search.md'), join(cwd, 'research/found.md')),
  'cited code': put('src/index.ts', 'one\n'),
  'a file that was cited and not there': put('docs/notes.md', '# Notes\n'),
  'a config': put('spec.config.yaml', 'rules:\n  residue: off\n'),
  'a config in a folder of documents': put('specs/spec.config.yaml', 'rules:\n  residue: off\n'),
  'a baseline': put('spec.baseline.json', '{"schemaVersion": 1, "violations": {}}\n'),
  'what git ignores': put('.gitignore', 'dist\nhidden.md\n'),
  'a commit': cwd => void commit(put('src/other.ts', 'x\n')(cwd) ?? cwd, 'second'),
  'another branch': cwd => void git(cwd, 'checkout', '--quiet', '-b', 'other'),
  'a link in place of a file': cwd => {
    renameSync(join(cwd, 'research/search.md'), join(cwd, 'elsewhere.md'))
    symlinkSync('../elsewhere.md', join(cwd, 'research/search.md'))
  },
  'a file in place of a folder': cwd => {
    rmSync(join(cwd, 'research'), {recursive: true})
    writeFileSync(join(cwd, 'research'), '')
  },
  'git itself': cwd => rmSync(join(cwd, '.git'), {recursive: true}),
}

describe('a run is done anew after a change', () => {
  test.each(Object.entries(CHANGES))('of %s', (_name, change) => {
    const caller = kept()
    expect(isRetold(spec(caller))).toBe(true)
    change(caller.cwd)
    const again = spec(caller)
    expect(isRetold(again)).toBe(false)
    // What it tells is what a run without any cache tells.
    expect(again).toEqual(spec({...caller, home: folder()}))
  })

  test.each<[string, Partial<Caller>]>([
    ['arguments', {argv: ['specs/a.md']}],
    ['options', {argv: ['--format', 'json']}],
    ['colours', {env: {FORCE_COLOR: '1'}}],
    ['the engine', {env: {SPEC_ENGINE: 'remark'}}],
  ])('of %s', (_name, more) => {
    const caller = kept()
    expect(isRetold(spec({...caller, ...more}))).toBe(false)
  })

  test('of what git has in its index', () => {
    const caller = kept(FILES, {argv: ['--staged']})
    put('specs/a.md', `${FILES['specs/a.md']}\n## More\n`)(caller.cwd)
    // What is not in the index is not in the report.
    expect(spec(caller)).toEqual({...spec({...caller, home: folder()}), stderr: expect.any(String)})
    git(caller.cwd, 'add', 'specs/a.md')
    expect(isRetold(spec(caller))).toBe(false)
  })

  test('of the schema that it was given', () => {
    const schema = 'team.yaml'
    const caller = kept({...FILES, [schema]: '$ref: specwright:rfc\n'}, {argv: ['--schema', schema]})
    expect(isRetold(spec(caller))).toBe(true)
    put(schema, '$ref: specwright:rfc\n$defs: {residue: true}\n')(caller.cwd)
    expect(isRetold(spec(caller))).toBe(false)
  })
})

describe('nothing is kept', () => {
  test.each<[string, Partial<Caller>]>([
    ['SPEC_NO_CACHE is set', {env: {SPEC_NO_CACHE: '1'}}],
    ['documents are mended', {argv: ['--fix', '--dry-run']}],
    ['a report is written', {argv: ['--output', 'json=report.json']}],
    ['a baseline is written', {argv: ['--update-baseline']}],
    ['the summary of a job is written', {argv: ['--format', 'github'], env: {GITHUB_STEP_SUMMARY: 'summary.md'}}],
    ['standard input is read', {argv: ['-', '--stdin-filename', 'specs/b.md']}],
    ['the command line cannot be followed', {argv: ['--nothing']}],
    ['a named file is not there', {argv: ['specs/none.md']}],
  ])('where %s', (_name, more) => {
    const home = folder()
    spec({cwd: repository(FILES), home, ...more})
    expect(keptIn(home)).toEqual([])
  })

  test('where a document could not be read', () => {
    const cwd = repository(FILES)
    writeFileSync(join(cwd, 'specs/b.md'), Buffer.from([0xff, 0xfe]))
    const home = folder()
    expect(spec({cwd, home}).status).toBe(2)
    expect(keptIn(home)).toEqual([])
  })
})

describe('what is kept and cannot be trusted', () => {
  test.each<[string, (bytes: Buffer) => Buffer]>([
    ['nothing', () => Buffer.alloc(0)],
    ['half of it', bytes => bytes.subarray(0, bytes.length / 2)],
    ['one byte that is another', bytes => Buffer.from(bytes.map((byte, at) => (at === 900 ? byte ^ 1 : byte)))],
    ['something else', () => Buffer.from('{"status": 0}')],
  ])('is dropped, and made anew: %s', (_name, damage) => {
    const caller = kept()
    const [file = ''] = keptIn(caller.home)
    writeFileSync(file, damage(readFileSync(file)))
    expect(isRetold(spec(caller))).toBe(false)
    expect(readKept(file).written.length).toBeGreaterThan(0)
    markKept(caller.home)
    expect(isRetold(spec(caller))).toBe(true)
  })

  test.each<[string, (kept: ReturnType<typeof readKept>) => unknown]>([
    ['another command line', kept => ({...kept, key: 'another'})],
    ['of another shape', kept => ({...kept, looks: 'none'})],
    ['of another shape within', kept => ({...kept, written: [1, 2]})],
    ['no object', () => null],
  ])('is dropped: %s', (_name, change) => {
    const caller = kept()
    const [file = ''] = keptIn(caller.home)
    writeKept(file, change(readKept(file)))
    const told = spec(caller)
    expect(isRetold(told)).toBe(false)
    expect(told).toEqual(spec({...caller, home: folder()}))
  })

  test('is dropped where others may write to it', () => {
    const caller = kept()
    const [file = ''] = keptIn(caller.home)
    chmodSync(file, 0o666)
    expect(isRetold(spec(caller))).toBe(false)
  })

  test('is not kept in the repository that is checked', () => {
    const cwd = repository(FILES)
    expect(spec({cwd, home: join(cwd, '.cache')}).status).toBe(1)
    expect(existsSync(join(cwd, '.cache'))).toBe(false)
  })
})

test('two runs at once keep one whole file', async () => {
  const cwd = repository(FILES)
  const home = folder()
  const runs = Array.from({length: 4}, () => {
    const child = spawn(process.execPath, [bin, 'lint', '--cache'], {
      cwd,
      env: {...bareEnvironment(), SPEC_NO_CACHE: '', XDG_CACHE_HOME: home},
      stdio: 'ignore',
    })
    return new Promise(done => child.on('close', done))
  })
  expect(await Promise.all(runs)).toEqual([1, 1, 1, 1])
  expect(keptIn(home)).toHaveLength(1)
  markKept(home)
  expect(isRetold(spec({cwd, home}))).toBe(true)
})

test('what is kept is told to a reader that stops early', () => {
  const caller = kept()
  const script = `"$NODE" "$BIN" lint --cache --format json | head -c 1`
  const env = {...bareEnvironment(), NODE: process.execPath, BIN: bin, SPEC_NO_CACHE: '', XDG_CACHE_HOME: caller.home}
  for (let time = 0; time < 2; time++) {
    const {stdout, stderr} = spawnSync('bash', ['-c', script], {cwd: caller.cwd, env, encoding: 'utf8'})
    expect({stdout, stderr}).toEqual({stdout: '{', stderr: ''})
  }
})

// Read by Node and by the command itself: not by what it checks.
const OWN = /^\/(?:proc|dev|sys|usr|etc\/(?!gitconfig))|\/node_modules\/|^[^/]/
const READING = /^(?:open|readFile)/

test('a run notes all that it looks at', () => {
  const files = {
    ...FILES,
    'spec.config.yaml': 'extends: ./config/base.yaml\n',
    'config/base.yaml':
      'kinds:\n  adr:\n    files: decisions/*.md\n    template: forms/adr.md\n    schema: forms/adr.yaml\n',
    'config/forms/adr.md': '# {title}\n\n## Context\n',
    'config/forms/adr.yaml': '$ref: specwright:core\n',
    'decisions/one.md': '# One\n\n## Context\n\nText.\n',
    'spec.baseline.json': '{"schemaVersion": 1, "violations": {}}\n',
    'packages/one/spec.config.yaml': 'specs: docs\n',
    'packages/one/docs/b.md': faulty,
    'specs/c.md': `${faulty}\nSee \`gone.md\`, [one](../docs/nowhere/x.md) and [two](../packages/one/docs/b.md#x), abcdef1.\n`,
  }
  const cwd = repository(files)
  symlinkSync('../src', join(cwd, 'research/code'))
  const home = folder()
  const log = join(folder(), 'looks')
  const preload = join(import.meta.dirname, 'log-looks.cjs')
  const told = spec({cwd, home, env: {LOOKS: log}, node: ['--require', preload]})
  expect(told).toMatchObject({status: 1, stderr: ''})
  const [file = ''] = keptIn(home)
  const {looks} = readKept(file)
  const noted = new Set(looks.map(({path}) => path))
  const read = new Set(looks.flatMap(({kind, path}) => (kind === 'file' ? [path] : [])))
  const listed = new Set(looks.flatMap(({kind, path}) => (kind === 'names' ? [path] : [])))
  const project = fileURLToPath(new URL('../../..', import.meta.url))
  const seen = readFileSync(log, 'utf8')
    .trim()
    .split('\n')
    .map((line): [string, string] => JSON.parse(line))
  const isOwn = (path: string) =>
    OWN.test(path) || [project, home].some(each => path.startsWith(each)) || home.startsWith(`${dirname(path)}/`)
  const isNoted = ([name, path]: [string, string]) => {
    if (READING.test(name) && existsSync(path)) return read.has(path)
    // Of what is not there, or is no more than a name, the names in its folder tell.
    return noted.has(path) || listed.has(dirname(path))
  }
  const others = seen.filter(([, path]) => !isOwn(path))
  expect(others.length).toBeGreaterThan(50)
  expect(others.filter(look => !isNoted(look))).toEqual([])
})
