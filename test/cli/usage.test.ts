import {readFileSync} from 'node:fs'
import {describe, expect, test} from 'vitest'
import {commands} from '../../src/commands/index.js'
import {spec} from './support.js'

const version = String(JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')).version)

describe('a command line that cannot be followed is one line, with exit status 2', () => {
  const lines: [string, string][] = [
    ['lnt', 'Unknown command "lnt". Did you mean "lint"?'],
    ['schema chek x.yaml', 'Unknown command "schema chek". Did you mean "schema check"?'],
    ['shcema', 'Unknown command "shcema". Did you mean "schema"?'],
    ['specs/a.md', 'Unknown command "specs/a.md". Did you mean "spec lint specs/a.md"?'],
    ['zzzzzzzz', 'Unknown command "zzzzzzzz", see "spec --help"'],
    ['constructor', 'Unknown command "constructor", see "spec --help"'],
    ['__proto__', 'Unknown command "__proto__", see "spec --help"'],
    ['--rot x', 'Unknown command "x", see "spec --help"'],
    ['--fromat', 'Unknown option "--fromat", see --help'],
    ['rules --fromat json', 'Unknown option "--fromat". Did you mean "--format"?'],
    ['rules --format=xml', 'Unknown format "xml", expected text or json'],
    ['rules --format jsn', 'Unknown format "jsn", expected text or json. Did you mean "json"?'],
    ['rules --format', 'Option --format has no value, expected one'],
    ['rules --format --kind rfc', 'Option --format has no value, expected one'],
    ['rules --format=', 'Option --format has no value, expected one'],
    ['rules --format json --format text', 'Option --format is given 2 times, expected once'],
    ['rules --color=yes', 'Option --color takes no value'],
    ['rules --color --no-color', 'Unexpected --no-color beside --color, expected one of them'],
    ['rules --no-format json', 'Unknown option "--no-format". Did you mean "--format"?'],
    ['rules --kind.name rfc', 'Unknown option "--kind.name"'],
    ['rules -k rfc', 'Unknown option "-k", see --help'],
    ['rules --kind rcf', 'Unknown kind "rcf", expected rfc, research or index. Did you mean "rfc"?'],
    ['completion bsh', 'Unknown shell "bsh", expected bash, zsh, fish or powershell. Did you mean "bash"'],
    ['scaffold T --guidance vsible', 'Unknown guidance "vsible", expected comment, visible or none. Did you mean'],
    ['lint --fail-on eror', 'Unknown value of --fail-on "eror", expected error, warning, info or never. Did you'],
    ['help lnt', 'Unknown command "lnt". Did you mean "lint"?'],
    ['rules all', 'Unexpected argument "all", expected: spec rules'],
    ['rules -- --kind', 'Unexpected argument "--kind", expected: spec rules'],
    ['explain', 'Missing argument, expected: spec explain RULE'],
    ['rules --root nowhere', 'Unexpected root "/nowhere", expected a folder'],
  ]
  test.each(lines)('spec %s', async (line, message) => {
    const {status, stdout, stderr} = await spec('/', line.split(' '))
    expect(stderr).toMatch(/^spec: [^\n]+\n$/)
    expect(stderr.startsWith(`spec: ${message}`), stderr).toBe(true)
    expect(stdout).toBe('')
    expect(status).toBe(2)
  })
})

test('what was typed cannot act on the terminal when it is quoted back', async () => {
  const {stderr} = await spec('/', ['\x1b[2J\nspec: all is well'])
  expect(stderr).toBe('spec: Unknown command "\\u{1b}[2J\\u{a}spec: all is well", see "spec --help"\n')
})

test('help is a result where it is asked for, else a usage error', async () => {
  const asked = await spec('/', ['--help'])
  expect(asked).toMatchObject({status: 0, stderr: ''})
  expect(await spec('/', [])).toEqual({status: 2, stdout: '', stderr: asked.stdout})
  for (const line of [['-h'], ['help'], ['--help', '--version']])
    expect((await spec('/', line)).stdout).toBe(asked.stdout)
  const group = (await spec('/', ['schema', '--help'])).stdout
  expect(group).toContain('spec schema check')
  expect(group).not.toContain('spec lint')
  expect((await spec('/', ['lint', '-h'])).stdout).toBe((await spec('/', ['help', 'lint'])).stdout)
  expect((await spec('/', ['schema'])).status).toBe(2)
  expect(await spec('/', ['help', 'rules'])).toEqual(await spec('/', ['rules', '--help']))
})

test('the help page lists every command with its caption', async () => {
  const {stdout} = await spec('/', ['--help'])
  const width = Math.max(...commands.map(({name}) => `spec ${name}  `.length))
  for (const {name, caption} of commands) expect(stdout).toContain(`spec ${name}`.padEnd(width) + caption)
})

describe.each(commands.map(entry => entry.name))('spec %s --help', name => {
  test('tells usage, options and examples in 80 columns', async () => {
    const entry = commands.find(command => command.name === name)
    const command = await entry?.load()
    const {status, stdout, stderr} = await spec('/', [...name.split(' '), '--help'])
    expect({status, stderr}).toEqual({status: 0, stderr: ''})
    expect(stdout.startsWith(`Usage: spec ${command?.usage}`)).toBe(true)
    for (const option of Object.keys(command?.options ?? {})) expect(stdout).toContain(`--${option} `)
    expect(command?.examples.length).toBeGreaterThan(0)
    expect(stdout).toContain('Examples:')
    // What may be given is told where it is offered.
    for (const {choices = [], describe: words} of Object.values(command?.options ?? {}))
      for (const choice of choices) expect(words).toMatch(new RegExp(`\\b${choice}\\b`))
    for (const [, words, choices = []] of command?.arguments ?? [])
      for (const choice of choices) expect(words).toMatch(new RegExp(`\\b${choice}\\b`))
    for (const line of stdout.split('\n')) expect(line.length, line).toBeLessThanOrEqual(80)
    for (const [example] of command?.examples ?? []) expect(example).toMatch(/^(.*[ (])?spec \w/)
  })
})

test('the version is the package’s', async () => {
  expect(await spec('/', ['--version'])).toEqual({status: 0, stdout: `${version}\n`, stderr: ''})
  expect((await spec('/', ['rules', '--version'])).stdout).toBe(`${version}\n`)
})

test('options may stand before the command', async () => {
  const {status, stdout} = await spec('/', ['--root', '/tmp', '--no-color', 'rules', '--format', 'json'])
  expect(status).toBe(0)
  expect(JSON.parse(stdout).schemaVersion).toBe(1)
})

describe('colour', () => {
  const sequence = '\x1b['
  const cases: [string, string[], Record<string, string>, boolean, boolean][] = [
    ['none without a terminal', [], {}, false, false],
    ['on a terminal', [], {}, true, true],
    ['none on a dumb terminal', [], {TERM: 'dumb'}, true, false],
    ['NO_COLOR', [], {NO_COLOR: '1'}, true, false],
    ['an empty NO_COLOR says nothing', [], {NO_COLOR: ''}, true, true],
    ['FORCE_COLOR', [], {FORCE_COLOR: '1'}, false, true],
    ['FORCE_COLOR=0', [], {FORCE_COLOR: '0'}, true, false],
    ['--color above NO_COLOR', ['--color'], {NO_COLOR: '1'}, false, true],
    ['--no-color above FORCE_COLOR', ['--no-color'], {FORCE_COLOR: '1'}, true, false],
  ]
  test.each(cases)('%s', async (_name, flags, env, isTTY, coloured) => {
    const {stdout} = await spec('/', ['rules', ...flags], {env, isTTY, columns: 80})
    expect(stdout.includes(sequence)).toBe(coloured)
  })
  test('never in json', async () => {
    expect((await spec('/', ['rules', '--format', 'json', '--color'])).stdout).not.toContain(sequence)
  })
})

test('a failure of our own is one line, and its place only when asked for', async () => {
  const broken = {
    stdout: {
      write: () => {
        throw new Error('The disk\nis full')
      },
    },
  }
  const {status, stderr} = await spec('/', ['rules'], broken)
  expect(stderr).toBe('spec: Unexpected failure: The disk\\u{a}is full (SPEC_DEBUG=1 shows where)\n')
  expect(status).toBe(2)
  expect((await spec('/', ['rules'], {...broken, env: {SPEC_DEBUG: '1'}})).stderr).toMatch(/\n {4}at .*usage\.test\.ts/)
})
