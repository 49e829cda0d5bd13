import {spawnSync} from 'node:child_process'
import {createHash} from 'node:crypto'
import {cpSync, readFileSync, symlinkSync, utimesSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {expect, test} from 'vitest'
import {faulty} from '../cli/documents.js'
import {bareEnvironment, folder} from '../support/folders.js'

const project = fileURLToPath(new URL('../..', import.meta.url))
const bundle = 'dist/bundle/spec.cjs'
const DOORS = ['dist/start.cjs', 'dist/thread.cjs']

const digestOf = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 16)

/** A copy of what is built, as an archive unpacks it that gives all files one time. */
function copied(): string {
  const root = folder()
  for (const path of ['bin', 'package.json', bundle, ...DOORS])
    cpSync(join(project, path), join(root, path), {recursive: true})
  symlinkSync(join(project, 'node_modules'), join(root, 'node_modules'))
  return root
}

function put(root: string, text: string): void {
  writeFileSync(join(root, bundle), text)
  utimesSync(join(root, bundle), 499_162_500, 499_162_500)
}

test('code of another version is not taken for this one, of the same size and time', () => {
  const [root, home, cwd] = [copied(), folder(), folder({'specs/a.md': faulty})]
  const text = readFileSync(join(root, bundle), 'utf8')
  const run = (...argv: string[]) => {
    const env = {...bareEnvironment(), SPEC_NO_CACHE: '', XDG_CACHE_HOME: home}
    return spawnSync(process.execPath, [join(root, 'bin/spec.js'), 'lint', ...argv], {cwd, env, encoding: 'utf8'})
      .stdout
  }
  put(root, text)
  const word = 'Unexpected status'
  for (let time = 0; time < 2; time++) expect(run() + run('--cache')).toContain(word)
  const other = text.replaceAll(word, word.toUpperCase())
  expect(other).toHaveLength(text.length)
  put(root, other)
  for (const door of DOORS) {
    const code = readFileSync(join(root, door), 'utf8')
    expect(code).toContain(digestOf(text))
    writeFileSync(join(root, door), code.replace(digestOf(text), digestOf(other)))
  }
  for (let time = 0; time < 2; time++)
    for (const argv of [[], ['--cache']]) {
      expect(run(...argv)).toContain(word.toUpperCase())
      expect(run(...argv)).not.toContain(word)
    }
})
