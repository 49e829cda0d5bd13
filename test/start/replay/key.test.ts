import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {describe, expect, test} from 'vitest'
import {command} from '../../../src/commands/lint.js'
import {keyOf, nameOf, READING, type Scene, VARIABLES} from '../../../src/start/replay-key.js'

const SCENE: Scene = {env: {}, cwd: '/work', isTTY: false, columns: undefined}
const keyFor = (argv: readonly string[], scene: Partial<Scene> = {}, tool = '1') =>
  keyOf(argv, tool, {...SCENE, ...scene})

const source = fileURLToPath(new URL('../../../src', import.meta.url))
const texts = readdirSync(source, {recursive: true, encoding: 'utf8'})
  .filter(path => path.endsWith('.ts'))
  .map(path => readFileSync(join(source, path), 'utf8'))

test('every variable that anything reads is a part of the key, or keeps a run from being kept', () => {
  const read = texts.flatMap(text => [
    ...[...text.matchAll(/\benv(?:\.|\?\.|\[['"])([A-Z][A-Z_\d]+)\b/g)].map(match => match[1]),
    // Taken out of it by name, some with what holds where there is none.
    ...[...text.matchAll(/\{([^{}]*)\} = (?:\w+\.)*env\b/g), ...text.matchAll(/\benv: \{([^{}]*)\}/g)].flatMap(match =>
      [...(match[1] ?? '').matchAll(/(?:^|,)\s*([A-Z][A-Z_\d]+)\b/g)].map(each => each[1]),
    ),
  ])
  const apart = ['GITHUB_STEP_SUMMARY', 'SPEC_NO_BUNDLE', 'SPEC_NO_CACHE']
  expect(read).toEqual(expect.arrayContaining(['NO_COLOR', 'FORCE_HYPERLINK', 'TERM', 'XDG_CACHE_HOME']))
  expect(read.filter(name => name && ![...VARIABLES, ...apart].some(known => known === name))).toEqual([])
})

test('options that only read are options of the command', () => {
  const known = new Set([...Object.keys(command.options), 'q', 'root', 'engine', 'color', 'no-color'])
  expect([...READING].filter(name => !known.has(name))).toEqual([])
})

describe('a key', () => {
  const key = keyFor(['lint', '--cache', 'specs/a.md'])
  test.each<[string, string | undefined]>([
    ['arguments', keyFor(['lint', '--cache', 'specs/b.md'])],
    ['a build', keyFor(['lint', '--cache', 'specs/a.md'], {}, '2')],
    ['a working folder', keyFor(['lint', '--cache', 'specs/a.md'], {cwd: '/other'})],
    ['paths behind a sign', keyFor(['lint', '--cache', '--', '--fix'])],
    ['a terminal', keyFor(['lint', '--cache', 'specs/a.md'], {isTTY: true})],
    ['a width', keyFor(['lint', '--cache', 'specs/a.md'], {columns: 40})],
    ['a variable', keyFor(['lint', '--cache', 'specs/a.md'], {env: {NO_COLOR: '1'}})],
  ])('is another one for other: %s', (_name, other) => {
    expect(other).toBeDefined()
    expect(other).not.toBe(key)
    expect(nameOf(other ?? '')).not.toBe(nameOf(key ?? ''))
  })

  test('is the same for what nothing reads', () => {
    expect(keyFor(['lint', '--cache', 'specs/a.md'], {env: {EDITOR: 'vi'}})).toBe(key)
    expect(nameOf(key ?? '')).toMatch(/^[0-9a-z]+-[0-9a-z]+$/)
  })
})

test.each([
  [['lint']],
  [['list', '--cache']],
  [['lint', '--cache', '--fix']],
  [['lint', '--cache', '-']],
  [['lint', '--cache', '--', '-']],
  [['lint', '--', '--cache']],
  [['lint', '--cache', '--since', 'main']],
  [['lint', '--cache', '--watch']],
  [['lint', '--cache', '--output=json=a.json']],
  [['lint', '--cache', '--no-cache']],
])('there is none for %j', argv => {
  expect(keyFor(argv)).toBeUndefined()
})
