import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import {join} from 'node:path'
import {Ajv2020} from 'ajv/dist/2020.js'
import {describe, expect, onTestFinished, test} from 'vitest'
import {parse} from 'yaml'
import {exampleOf} from '../../src/commands/support/init/glob-example.js'
import {appendToList} from '../../src/commands/support/init/insert.js'
import {spec} from '../cli/support.js'
import {folder, git, repository} from '../support/folders.js'

const schema = JSON.parse(readFileSync(new URL('../../schema/init.schema.json', import.meta.url), 'utf8')) as object
const isReport = new Ajv2020().compile(schema)
const read = (root: string, path: string) => readFileSync(join(root, path), 'utf8')

interface Report {
  written: boolean
  files: {path: string; action: string; text?: string}[]
  nextSteps: string[]
}

async function init(root: string, ...args: string[]): Promise<Report> {
  const {stdout, stderr, status} = await spec(root, ['init', '--format', 'json', ...args])
  expect(stderr.replace(/^note: .*\n/gm, '')).toBe('')
  expect(status).toBe(0)
  const report: unknown = JSON.parse(stdout)
  expect(isReport(report), JSON.stringify(isReport.errors)).toBe(true)
  return report as Report
}

const actions = ({files}: Report) => files.map(({path, action}) => `${action} ${path}`)

describe('what is proposed', () => {
  test('an empty repository: the defaults, and a hook of git', async () => {
    const root = repository({'a.txt': ''})
    const report = await init(root)
    expect(actions(report)).toEqual(['create spec.config.yaml', 'create .githooks/pre-commit'])
    expect(report.written).toBe(true)
    expect(statSync(join(root, '.githooks/pre-commit')).mode & 0o111).not.toBe(0)
    expect(read(root, 'spec.config.yaml')).toContain('# specs: specs # the default')
    // An empty workspace that was set up is fine, and stays so.
    expect((await spec(root, ['lint'])).status).toBe(0)
    expect(actions(await init(root))).toEqual(['keep spec.config.yaml', 'keep .githooks/pre-commit'])
  })

  test('folders, hook and CI that are there', async () => {
    const root = repository({
      'docs/rfcs/a.md': '# A\n',
      'docs/research/r.md': '# R\n',
      'docs/adr/0001.md': '# Git\n',
      'docs/specs/README.md': '# No documents\n',
      '.pre-commit-config.yaml': 'repos: []\n',
      '.gitlab-ci.yml': 'build:\n  script: make\n',
      'package.json': '{"devDependencies": {"specwright": "*"}}',
      'pnpm-lock.yaml': '',
    })
    const report = await init(root)
    expect(actions(report)).toEqual(['create spec.config.yaml', 'show .pre-commit-config.yaml', 'show .gitlab-ci.yml'])
    expect(parse(read(root, 'spec.config.yaml'))).toEqual({specs: 'docs/rfcs', research: 'docs/research'})
    expect(read(root, 'spec.config.yaml')).toContain('# docs/adr holds documents of another kind')
    expect(report.files[2]?.text).toContain('pnpm install --frozen-lockfile')
    expect(report.nextSteps.join()).not.toContain('--save-dev')
    expect(read(root, '.pre-commit-config.yaml')).toBe('repos: []\n')
    expect(git(root, 'status', '--porcelain')).toBe('?? spec.config.yaml\n')
    expect((await spec(root, ['config'])).status).toBe(0)
  })

  test.each([
    [{'.husky/pre-push': ''}, 'create .husky/pre-commit'],
    [{'lefthook.yml': 'pre-push: {}\n'}, 'show lefthook.yml'],
    [{'prek.toml': ''}, 'show prek.toml'],
    [{'.husky/pre-commit': 'npm test\n'}, 'show .husky/pre-commit'],
    [{'.husky/pre-commit': 'npx spec lint\n'}, 'keep .husky/pre-commit'],
    [{'.husky/pre-commit': 'npm test # and spec lint, one day\n'}, 'show .husky/pre-commit'],
  ])('the hook of what is in use: %j', async (files, action) => {
    expect(actions(await init(repository(files))).at(-1)).toBe(action)
  })

  test('without a repository: a config alone', async () => {
    const root = folder({'specs/a.md': ''})
    const {stdout, stderr, status} = await spec(root, ['init'])
    expect(status).toBe(0)
    expect(stdout).toContain('Wrote spec.config.yaml')
    expect(stderr).toContain('no git repository')
    expect((await spec(folder(), ['init', '--hook', 'git'])).stderr).toContain('there is no git repository here')
  })
})

describe('what is written', () => {
  test('nothing in a dry run, which shows all of it', async () => {
    const root = repository({'a.txt': ''})
    const {stdout} = await spec(root, ['init', '--dry-run', '--ci', 'github', '--hook', 'pre-commit'])
    expect(stdout).toContain('Write .github/workflows/specs.yml\n  + name: Specs\n')
    expect(stdout).toContain('  +     hooks:\n')
    expect(git(root, 'status', '--porcelain')).toBe('')
  })

  test('files that every reader of their format takes', async () => {
    const root = repository({'a.txt': ''})
    for (const ci of ['github', 'gitlab'])
      await init(root, '--ci', ci, '--hook', ci === 'github' ? 'pre-commit' : 'lefthook')
    expect(parse(read(root, '.github/workflows/specs.yml'))).toMatchObject({
      permissions: {contents: 'read'},
      jobs: {
        lint: {
          steps: [
            {uses: 'actions/checkout@v4'},
            {},
            {run: 'npm install'},
            {uses: expect.stringMatching(/^actions\/cache@/), with: {path: '~/.cache/specwright'}},
            {run: expect.stringMatching(/--cache --format github$/)},
          ],
        },
      },
    })
    expect(parse(read(root, '.gitlab-ci.yml'))).toMatchObject({
      specs: {artifacts: {reports: {codequality: 'spec-quality.json'}}},
    })
    expect(parse(read(root, 'lefthook.yml'))).toHaveProperty(['pre-commit', 'commands', 'spec-lint', 'run'])
    expect(parse(read(root, '.pre-commit-config.yaml'))).toMatchObject({
      repos: [
        {
          repo: 'local',
          hooks: [
            {id: 'spec-lint', require_serial: true},
            {id: 'spec-lint-all', always_run: true},
          ],
        },
      ],
    })
  })

  test('a folder that is asked for and not there, so that the config holds', async () => {
    const root = repository({'a.txt': ''})
    const report = await init(root, '--specs', 'docs/specs', '--specs', 'more', '--research', 'yes')
    expect(actions(report).slice(1, 4)).toEqual([
      'create docs/specs/.gitkeep',
      'create more/.gitkeep',
      'create yes/.gitkeep',
    ])
    expect(parse(read(root, 'spec.config.yaml'))).toEqual({specs: ['docs/specs', 'more'], research: 'yes'})
    expect((await spec(root, ['lint'])).status).toBe(0)
  })

  test('of a workspace below the top: the config in it, hook and job at the top', async () => {
    const root = repository({"pack's ages/a/specs/a.md": '', 'package.json': '{}'})
    const place = join(root, "pack's ages/a")
    await init(place, '--root', '.', '--hook', 'git', '--ci', 'github')
    expect(read(place, 'spec.config.yaml')).toContain('$schema=../../node_modules/specwright/')
    expect(read(root, '.githooks/pre-commit')).toContain(
      String.raw`spec lint --cache --staged --quiet --root 'pack'\''s ages/a'`,
    )
    const workflow = parse(read(root, '.github/workflows/specs.yml')) as {jobs: {lint: {steps: {run?: string}[]}}}
    expect(workflow.jobs.lint.steps.at(-1)?.run).toContain(String.raw`--root 'pack'\''s ages/a'`)
  })

  test('the next steps of a workspace below the top work where the user stands', async () => {
    const root = repository({'a b/spec.config.yaml': 'specs: specs\n', 'a b/specs/.gitkeep': ''})
    const inside = await init(join(root, 'a b'), '--dry-run')
    expect(inside.nextSteps.join()).not.toContain('--root')
    const above = await init(root, '--root', 'a b', '--dry-run')
    expect(above.nextSteps.at(-2)).toBe(
      "npx spec init --check --root 'a b' (proves that the hook refuses a broken spec)",
    )
  })

  test('lines for a file in the language that it has', async () => {
    const report = await init(repository({'lefthook.json': '{}\n'}))
    expect(JSON.parse(report.files.at(-1)?.text ?? '')).toEqual({
      'pre-commit': {commands: {'spec-lint': {run: 'npx --no-install spec lint --cache --staged --quiet'}}},
    })
  })

  test('nothing over a file that appears meanwhile, nor through a link', async () => {
    const outside = folder()
    const root = repository({'a.txt': ''})
    symlinkSync(outside, join(root, '.github'))
    symlinkSync(join(outside, 'gone'), join(root, 'spec.config.yaml'))
    expect((await spec(root, ['init', '--ci', 'github'])).status).toBe(2)
    expect(readdirSync(outside)).toEqual([])
    expect(lstatSync(join(root, 'spec.config.yaml')).isSymbolicLink()).toBe(true)
  })
})

test.each([
  [
    ['--hook', 'prekk'],
    'Unknown hook "prekk", expected pre-commit, prek, husky, lefthook, git or none. Did you mean "prek"?',
  ],
  [['--ci', 'jenkins'], 'Unknown CI "jenkins"'],
  [['--specs', '../elsewhere'], 'Unexpected folder "../elsewhere" that leaves the workspace'],
  [['--specs', 'a.txt'], 'Unexpected "a.txt", expected a folder'],
  [['--specs', 'x'], 'expected it in "spec.config.yaml"'],
  [['--check'], 'There is no git repository here'],
])('%j is a usage error', async (args, message) => {
  const files = {'a.txt': '', ...(args[1] === 'x' && {'spec.config.yaml': ''})}
  const root = args[0] === '--check' ? folder(files) : repository(files)
  const {status, stderr} = await spec(root, ['init', ...args])
  expect(stderr).toContain(message)
  expect(status).toBe(2)
})

describe('--append', () => {
  const SAMPLE = `# Ours
repos:
-   repo: https://example.org/hooks
    rev: v1.0.0 # pinned
    hooks:
    -   id: tidy
        args: [--all]

# the end
default_stages: [pre-commit]
`

  test('adds the hook to what is there, and nothing else changes', async () => {
    const root = repository({'.pre-commit-config.yaml': SAMPLE})
    chmodSync(join(root, '.pre-commit-config.yaml'), 0o640)
    expect(actions(await init(root, '--append'))).toContain('append .pre-commit-config.yaml')
    const text = read(root, '.pre-commit-config.yaml')
    const {repos, ...rest} = parse(text) as {repos: {repo: string}[]}
    expect(repos.map(({repo}) => repo)).toEqual(['https://example.org/hooks', 'local'])
    expect(rest).toEqual({default_stages: ['pre-commit']})
    expect(git(root, 'diff', '--numstat')).toMatch(/^\d+\t0\t/)
    expect(statSync(join(root, '.pre-commit-config.yaml')).mode & 0o777).toBe(0o640)
    expect(actions(await init(root, '--append'))).toContain('keep .pre-commit-config.yaml')
  })

  test.each([
    ['in flow style', 'repos: [{repo: local, hooks: []}]\n'],
    ['empty', 'repos: []\n'],
    ['with anchors', 'repos:\n- &a {repo: local, hooks: []}\n- *a\n'],
    ['of another shape', 'repos: none\n'],
    ['that is no YAML', 'repos:\n- "\n'],
  ])('shows what to add to a list %s', async (_, text) => {
    const root = repository({'.pre-commit-config.yaml': text})
    expect(actions(await init(root, '--append'))).toContain('show .pre-commit-config.yaml')
    expect(read(root, '.pre-commit-config.yaml')).toBe(text)
  })

  test.each(['\n', '\r\n'])('keeps line breaks and a last line without one (%j)', newline => {
    const text = ['repos:', '  - repo: local', '    hooks: []'].join(newline)
    expect(appendToList(text, 'repos', '  - repo: meta\n    hooks: []\n')).toBe(
      `${text}${newline}${['  - repo: meta', '    hooks: []', ''].join(newline)}`,
    )
  })
})

describe('on a terminal', () => {
  const answering = (...answers: (string | undefined)[]) => {
    const asked: string[] = []
    const ask = async (question: string) => {
      asked.push(question)
      if (answers.length === 0) throw new Error(`Unexpected question ${question}`)
      return answers.shift()
    }
    return {ask, asked}
  }

  test('asks for what no flag says, again after a mistake, and writes when told to', async () => {
    const root = repository({'rfcs/a.md': ''})
    const {ask, asked} = answering('', 'notes, ../out', 'notes', 'prekk', 'prek', 'y')
    const {stdout, stderr, status} = await spec(root, ['init', '--ci', 'none'], {ask})
    expect(asked).toEqual([
      'Folders of specs, with commas? [rfcs] ',
      'Folders of research? [research] ',
      'Folders of research? [research] ',
      'Hook: pre-commit, prek, husky, lefthook, git, none? [git] ',
      'Hook: pre-commit, prek, husky, lefthook, git, none? [git] ',
      'Write these files? [Y/n] ',
    ])
    expect(stderr).toContain('"../out" that leaves the workspace')
    expect(stderr).toContain('Unknown hook "prekk"')
    expect(status).toBe(0)
    expect(stdout).toContain('Wrote .pre-commit-config.yaml')
    expect(stdout).toContain('prek install')
    expect(parse(read(root, 'spec.config.yaml'))).toEqual({specs: 'rfcs', research: 'notes'})
  })

  test.each([[['', '', '', '', 'n']], [['', '', undefined]], [['', '', '', '', 'what', undefined]]])(
    'writes nothing after %j',
    async answers => {
      const root = repository({'a.txt': ''})
      const {status, stderr} = await spec(root, ['init'], {ask: answering(...answers).ask})
      expect(stderr).toContain('Nothing was written')
      expect(status).toBe(2)
      expect(git(root, 'status', '--porcelain')).toBe('')
    },
  )

  test('asks nothing with --yes, in a dry run, and where a program reads', async () => {
    for (const flags of [['--yes'], ['--dry-run'], ['--format', 'json']])
      expect((await spec(repository({'a.txt': ''}), ['init', ...flags], {ask: answering().ask})).status).toBe(0)
  })
})

describe('--check', () => {
  const bin = new URL('../../bin/spec.js', import.meta.url).pathname
  const check = async (root: string, ...args: string[]) => spec(root, ['init', '--check', ...args], {env: process.env})

  /** A repository with a hook of git, its script `script`. */
  function hooked(script: string, files: Record<string, string> = {}): string {
    const root = repository({'a.txt': '', ...files})
    writeFileSync(join(root, '.git/hooks/pre-commit'), `#!/bin/sh\n${script}\n`, {mode: 0o755})
    return root
  }
  const LINT = `exec ${process.execPath} ${bin} lint --staged`

  test('proves a hook that refuses, and leaves nothing behind', async () => {
    const place = join(folder(), 'place')
    const root = hooked(`pwd > '${place}'\n${LINT}`)
    writeFileSync(join(root, 'a.txt'), 'changed')
    writeFileSync(join(root, 'new.txt'), 'new')
    git(root, 'add', 'new.txt')
    const before = [git(root, 'status', '--porcelain'), git(root, 'for-each-ref'), git(root, 'count-objects', '-v')]
    // Apart from what other tests rehearse at the same time.
    const {TMPDIR} = process.env
    const temporary = folder()
    process.env.TMPDIR = temporary
    onTestFinished(() => {
      if (TMPDIR === undefined) delete process.env.TMPDIR
      else process.env.TMPDIR = TMPDIR
    })
    const {stdout, status} = await check(root)
    expect(stdout).toBe(
      'The hook .git/hooks/pre-commit\nok  refuses a broken spec (dead-citation)\nok  accepts a sound one\n',
    )
    expect(status).toBe(0)
    expect([git(root, 'status', '--porcelain'), git(root, 'for-each-ref'), git(root, 'count-objects', '-v')]).toEqual(
      before,
    )
    expect(readFileSync(place, 'utf8')).toContain(temporary)
    expect(readdirSync(temporary)).toEqual([])
  })

  test.each([
    ['lets everything pass', 'echo fine', 'lets pass a broken spec'],
    ['refuses everything', 'echo never; exit 1', 'refuses a sound one'],
    ['refuses without a word', 'exit 1', 'refuses a sound one\n\nIt said nothing.\n'],
    ['never fails', `${LINT} --fail-on never`, 'lets pass a broken spec'],
  ])('tells of a hook that %s', async (_, script, words) => {
    const {stdout, status} = await check(hooked(script))
    expect(stdout).toContain(`no  ${words}`)
    expect(status).toBe(1)
  })

  test('tells where there is no hook, or one that may not run', async () => {
    const root = hooked(LINT)
    chmodSync(join(root, '.git/hooks/pre-commit'), 0o644)
    const {stdout, status} = await check(root)
    expect(stdout).toBe(
      'No hook runs before a commit here: .git/hooks/pre-commit is there, and may not be executed (chmod +x, and ' +
        'git update-index --chmod=+x where git has it)\n',
    )
    expect(status).toBe(1)
    rmSync(join(root, '.git/hooks/pre-commit'))
    expect((await check(root)).stdout).toBe(
      'No hook runs before a commit here: "spec init" sets one up, or says how it is installed.\n',
    )
  })

  test('goes by folders, severities and kinds that are not committed yet', async () => {
    const root = hooked(LINT)
    mkdirSync(join(root, 'forms'))
    mkdirSync(join(root, 'decisions'))
    const form = '# Title\n\n## Context\n\n## Decision\n\n<!-- spec: note v1 -->\n'
    writeFileSync(join(root, 'forms/note.md'), form)
    const config =
      'kinds:\n  note:\n    files: decisions/[0-9]*.md\n    template: forms/note.md\nrules:\n  dead-citation: off\n'
    writeFileSync(join(root, 'spec.config.yaml'), config)
    // A draft of the user's, with defects of its own, is none of the canary's business.
    writeFileSync(join(root, 'decisions/1-draft.md'), '')
    const {stdout, status} = await check(root, '--format', 'json')
    const report = JSON.parse(stdout) as {check: {proven: boolean; rule: string; broken: {output: string}}}
    expect(isReport(report), JSON.stringify(isReport.errors)).toBe(true)
    expect(report.check.broken.output).toContain('spec-init-check')
    expect(report.check).toMatchObject({proven: true, rule: 'empty-document'})
    expect(status).toBe(0)
  })

  test('works in a linked work tree, before the first commit, and with hooks in the work tree', async () => {
    const root = hooked(LINT)
    const linked = join(folder(), 'linked')
    git(root, 'worktree', 'add', '--quiet', linked)
    expect((await check(linked)).stdout).toContain('ok  refuses a broken spec')

    const empty = repository()
    mkdirSync(join(empty, '.githooks'))
    writeFileSync(join(empty, '.githooks/pre-commit'), `#!/bin/sh\n. "$(dirname "$0")/shared.sh"\n`, {mode: 0o755})
    writeFileSync(join(empty, '.githooks/shared.sh'), `${LINT}\n`)
    git(empty, 'config', 'core.hooksPath', '.githooks')
    const {stdout, status} = await check(empty)
    expect(stdout).toContain('The hook .githooks/pre-commit\nok  refuses')
    expect(status).toBe(0)
    expect(git(empty, 'status', '--porcelain')).toBe('?? .githooks/\n')
  })

  test('asks the hook of commits, and no other', async () => {
    const root = hooked(LINT)
    for (const name of ['commit-msg', 'prepare-commit-msg', 'post-commit', 'post-checkout'])
      writeFileSync(join(root, '.git/hooks', name), `#!/bin/sh\ntouch '${join(root, 'ran')}'\nexit 1\n`, {mode: 0o755})
    expect((await check(root)).status).toBe(0)
    expect(existsSync(join(root, 'ran'))).toBe(false)
  })

  test('is not led away by variables of an outer git', async () => {
    const root = hooked(LINT)
    const other = repository({'b.txt': ''})
    const env = {
      ...process.env,
      GIT_DIR: join(other, '.git'),
      GIT_WORK_TREE: other,
      GIT_INDEX_FILE: join(other, '.git/index'),
    }
    expect((await spec(root, ['init', '--check'], {env})).stdout).toContain('ok  refuses')
    expect(git(other, 'status', '--porcelain')).toBe('')
    expect(git(other, 'rev-list', '--count', '--all')).toBe('1\n')
  })
})

test.each([
  ['specs/**/*.md', 'specs/spec-init-check.md'],
  ['docs/adr/[0-9]*-*.md', 'docs/adr/00000-spec-init-check-spec-init-check.md'],
  ['specs/*/{spec,plan}.md', 'specs/spec-init-check/spec.md'],
  ['**/rfc-????.md', 'rfc-0000.md'],
])('a path that fits %s', (glob, path) => {
  expect(exampleOf(glob)).toContain(path)
})
