import {spawnSync} from 'node:child_process'
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {parse} from 'yaml'
import {folder, repository} from '../support/folders.js'
import {ownRepository, project, userEnvironment} from '../support/package.js'

interface Step {
  name: string
  shell: string
  run: string
  uses?: string
  env?: Record<string, string>
}

const action = parse(readFileSync(join(project, 'action.yml'), 'utf8')) as {
  inputs: Record<string, {default: string}>
  runs: {using: string; steps: Step[]}
}
const {steps} = action.runs
const [install, lint] = steps.filter(({run}) => run !== undefined) as [Step, Step]

/** Does what a runner does with a step: puts expressions into the variables, and its script into a file for bash. */
function run({run: script, env = {}, shell}: Step, cwd: string, inputs: Record<string, string> = {}, at = project) {
  expect(shell).toBe('bash')
  const variables = Object.entries(env).map(([name, value]) => {
    const [, input = ''] = /^\$\{\{ inputs\.([a-z-]+) \}\}$/.exec(value) ?? []
    expect(action.inputs).toHaveProperty(input)
    return [name, inputs[input] ?? action.inputs[input]?.default ?? '']
  })
  const file = join(folder({'step.sh': script}), 'step.sh')
  const {status, stdout, stderr} = spawnSync('bash', ['--noprofile', '--norc', '-e', '-o', 'pipefail', file], {
    cwd,
    encoding: 'utf8',
    env: {...userEnvironment(), GITHUB_ACTION_PATH: at, ...Object.fromEntries(variables)},
  })
  return {status, stdout, stderr}
}

const sound = '# A\n'
const specs = {'specs/a b.md': sound, 'specs/c.md': sound, 'docs/d.md': sound}
const pathsIn = (stdout: string) => (JSON.parse(stdout) as {files: {path: string}[]}).files.map(({path}) => path)

test('it has the keys of a composite action, and no input stands in a script', () => {
  expect(Object.keys(action).sort()).toEqual(['author', 'branding', 'description', 'inputs', 'name', 'runs'])
  expect(action.runs.using).toBe('composite')
  for (const input of Object.values(action.inputs))
    expect(Object.keys(input).sort()).toEqual(['default', 'description', 'required'])
  const [kept, ...others] = steps.filter(({uses}) => uses !== undefined)
  expect(kept).toMatchObject({uses: 'actions/cache@v4', with: {path: '~/.cache/specwright'}})
  expect(others).toEqual([])
  for (const step of [install, lint]) {
    expect(Object.keys(step).filter(key => !['name', 'shell', 'run', 'env'].includes(key))).toEqual([])
    expect(step.run).not.toContain('${{')
  }
})

describe('the lint step', () => {
  test('checks every spec, or the paths of its lines, and fails as lint does', {timeout: 120_000}, () => {
    const root = repository(specs)
    const all = run(lint, root, {format: 'json'})
    expect(pathsIn(all.stdout)).toEqual(['specs/a b.md', 'specs/c.md'])
    expect(all.status).toBe(1)
    expect(pathsIn(run(lint, root, {format: 'json', paths: '\nspecs/a b.md\n  \ndocs/*.md\n'}).stdout)).toEqual([
      'docs/d.md',
      'specs/a b.md',
    ])
    expect(run(lint, root, {format: 'json', args: '--fail-on never\n--quiet'}).status).toBe(0)
    expect(run(lint, root, {format: 'jsno'})).toMatchObject({status: 2, stderr: expect.stringContaining('jsno')})
    expect(run(lint, root, {format: 'json', paths: 'gone.md'}).status).toBe(2)
  })

  test('reads no input as a shell would', {timeout: 120_000}, () => {
    const root = repository(specs)
    const hostile = [
      '$(touch pwned)',
      '`touch pwned`',
      '"; touch pwned; "',
      "'; touch pwned; '",
      '; touch pwned #',
      '&& touch pwned',
      '| touch pwned',
      '> pwned',
      ['$', '{IFS}touch', '$', '{IFS}pwned'].join(''),
      '*',
      'touch pwned',
    ].join('\n')
    for (const input of ['paths', 'args', 'format'])
      expect(run(lint, root, {format: 'json', [input]: hostile}), input).toMatchObject({status: 2})
    // What a path begins with makes it no option.
    expect(run(lint, root, {format: 'json', paths: '--version'}).stderr).toContain('"--version" does not exist')
    expect(readdirSync(root).sort()).toEqual(['.git', 'docs', 'specs'])
  })
})

test("the install step builds the action's own checkout, whatever the checked repository says of npm", {
  timeout: 600_000,
}, () => {
  const at = ownRepository()
  const root = repository({...specs, '.npmrc': 'ignore-scripts=true\nregistry=http://127.0.0.1:9/\n'})
  expect(run(install, root, {}, at)).toMatchObject({status: 0})
  expect(pathsIn(run(lint, root, {format: 'json'}, at).stdout)).toEqual(['specs/a b.md', 'specs/c.md'])
  expect(readdirSync(root)).not.toContain('node_modules')
})
