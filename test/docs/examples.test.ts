import {spawnSync} from 'node:child_process'
import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {describe, expect, test} from 'vitest'
import * as api from '../../src/index.js'

const root = fileURLToPath(new URL('../../', import.meta.url))
const DOCSTRING = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*(?:export )?(?:async )?(?:function|const|class) (\w+)/g

/** The code of every example that imports the package, by the name of what it documents. */
const examples = new Map<string, string>()
for (const file of readdirSync(join(root, 'src'), {recursive: true, encoding: 'utf8'})) {
  if (!file.endsWith('.ts') || file.endsWith('.d.ts')) continue
  for (const [, docstring = '', name = ''] of readFileSync(join(root, 'src', file), 'utf8').matchAll(DOCSTRING)) {
    const code = docstring
      .replace(/^\s*\* ?/gm, '')
      .split(/^@example\s*/m)[1]
      ?.split(/^@/m)[0]
    if (code?.includes("from 'specwright")) examples.set(name, code)
  }
}

/** What the lines of an example print, as the comments behind them say. */
function printedBy(code: string): string[] {
  return [...code.matchAll(/^\s*console\.log\(.*\) \/\/ (.+)$/gm)].map(match => match[1] ?? '')
}

test('every function that the package exports has an example', () => {
  const functions = Object.entries(api).filter(([, value]) => typeof value === 'function')
  expect(functions.map(([name]) => name).filter(name => !examples.has(name))).toEqual([])
  expect([...examples.keys()]).toContain('remarkSpecwright')
})

describe('the examples of the docstrings run as they stand', () => {
  test('on what was built', () => {
    expect(existsSync(join(root, 'dist/index.js')), 'build first: npm run build').toBe(true)
  })

  test.each([...examples])('%s', (_name, code) => {
    // Code on the command line is a module of the working folder's package, so it imports the package by its own name.
    const {status, stdout, stderr} = spawnSync(process.execPath, ['--input-type=module', '--eval', code], {
      cwd: root,
      encoding: 'utf8',
    })
    expect({status, stderr}).toEqual({status: 0, stderr: ''})
    const lines = stdout.split('\n').map(line => line.trim())
    let from = 0
    for (const printed of printedBy(code)) {
      const at = lines.indexOf(printed, from)
      expect(at, `prints "${printed}" among:\n${stdout}`).toBeGreaterThanOrEqual(0)
      from = at + 1
    }
  })
})
