import {spawnSync} from 'node:child_process'
import {readdirSync, readFileSync} from 'node:fs'
import {expect, test} from 'vitest'
import {commandTable} from '../../src/generated/command-table.js'
import {spec} from '../cli/support.js'
import {scriptOf} from './shell.js'

const SHELLS = commandTable.find(({name}) => name === 'completion')?.arguments[0]?.[2] ?? []

test('each shell has its script, each script its shell', async () => {
  const printed = await Promise.all(SHELLS.map(async shell => (await spec('/', ['completion', shell])).stdout))
  const files = readdirSync(scriptOf('')).map(name => readFileSync(scriptOf(name), 'utf8'))
  expect(printed.toSorted()).toEqual(files.toSorted())
})

test('another shell is a usage error', async () => {
  const {status, stderr} = await spec('/', ['completion', 'bsah'])
  expect([status, stderr]).toEqual([
    2,
    `spec: Unknown shell "bsah", expected bash, zsh, fish or powershell. Did you mean "bash"?\n`,
  ])
})

test.for(['bash', 'zsh', 'fish'])('%s finds nothing wrong with its script', (shell, {skip}) => {
  if (spawnSync(shell, ['--version']).error) skip(`${shell} is not there`)
  const name = {bash: 'spec.bash', zsh: '_spec', fish: 'spec.fish'}[shell] ?? ''
  const {status, stderr} = spawnSync(shell, ['-n', scriptOf(name)], {encoding: 'utf8'})
  expect([status, stderr]).toEqual([0, ''])
})

test('no script evaluates what it reads', () => {
  for (const name of readdirSync(scriptOf('')))
    expect(readFileSync(scriptOf(name), 'utf8')).not.toMatch(/\beval\b|Invoke-Expression|\biex\b/i)
})

// PowerShell is not to be had where this runs: its script is at least read as its grammar would read it.
test('the script for PowerShell is balanced, and calls only what PowerShell has', () => {
  const text = readFileSync(scriptOf('spec.ps1'), 'utf8')
  const {brackets, variables, commands} = scanPowerShell(text)
  expect(brackets).toBe('')
  const assigned = new Set(['$_', '$null', ...variables.filter(({assigned}) => assigned).map(({name}) => name)])
  expect(variables.filter(({name}) => !assigned.has(name))).toEqual([])
  expect(new Set(commands)).toEqual(
    new Set(['Register-ArgumentCompleter', 'Select-Object', 'Where-Object', 'ForEach-Object']),
  )
})

/** Brackets that are left open, variables, and names of cmdlets, outside strings and comments. */
function scanPowerShell(text: string) {
  const code = text.replace(/#[^\n]*|'[^'\n]*'|"(?:[^"`\n]|`.)*"/g, literal =>
    literal.startsWith('"') ? (literal.match(/\$\w+/g) ?? []).join(' ') : '',
  )
  const open: string[] = []
  const closes: Record<string, string> = {')': '(', ']': '[', '}': '{'}
  for (const sign of code.replace(/[^()[\]{}]/g, '')) {
    if (!(sign in closes)) open.push(sign)
    else if (open.pop() !== closes[sign]) open.push(`unexpected ${sign}`)
  }
  const isAssigned = (name: string) =>
    new RegExp(`\\${name}(?:, \\$\\w+)* = |, \\${name} = |param\\([^)]*\\${name}\\b|foreach \\(\\${name} in`).test(code)
  const variables = [...new Set(code.match(/\$\w+/g))].map(name => ({name, assigned: isAssigned(name)}))
  return {brackets: open.join(''), variables, commands: code.match(/\b[A-Z][A-Za-z]+-[A-Z]\w+/g) ?? []}
}
