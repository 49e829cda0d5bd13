import {spawnSync} from 'node:child_process'
import {existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {expect, test} from 'vitest'
import {bareEnvironment, folder, repository} from '../support/folders.js'
import {faulty} from './documents.js'

const bin = fileURLToPath(new URL('../../bin/spec.js', import.meta.url))

function spec(cwd: string, argv: string[], env: NodeJS.ProcessEnv) {
  const {status, stdout, stderr} = spawnSync(process.execPath, [bin, ...argv], {
    cwd,
    env: {...bareEnvironment(), SPEC_NO_CACHE: '', ...env},
    encoding: 'utf8',
  })
  return {status, stdout, stderr}
}

const OWN = `$ref: specwright:rfc
$defs:
  short:
    title: Titles are short
    description: So that an index can show them.
    severity: warning
    message: 'Unexpected title of "{actual}", expected at most 3 characters'
    properties:
      title:
        properties:
          text:
            maxLength: 3
`

test('a schema of one’s own says the same at the first run and at later ones, whatever became of what was kept', () => {
  const root = repository({'specs/a.md': faulty, 'team.yaml': OWN})
  const home = folder()
  const lint = (env: NodeJS.ProcessEnv = {XDG_CACHE_HOME: home}) =>
    spec(root, ['lint', '--schema', 'team.yaml', '--format', 'json'], env)
  const uncached = lint({SPEC_NO_CACHE: '1', XDG_CACHE_HOME: home})
  expect(uncached).toMatchObject({status: 1, stdout: expect.stringContaining('"short"'), stderr: ''})
  expect(readdirSync(home)).toEqual([])

  expect(lint()).toEqual(uncached)
  // The code of the command is kept beside it.
  const [name = ''] = readdirSync(join(home, 'specwright')).filter(entry => entry !== 'code')
  const file = join(home, 'specwright', name)
  const whole = readFileSync(file, 'utf8')
  expect(lint()).toEqual(uncached)
  expect(readFileSync(file, 'utf8')).toBe(whole)

  writeFileSync(file, whole.replaceAll('length', 'lenght'))
  expect(lint()).toEqual(uncached)
  expect(readFileSync(file, 'utf8')).toBe(whole)

  writeFileSync(join(root, 'team.yaml'), OWN.replace('maxLength: 3', 'maxLength: 300'))
  expect(lint().stdout).not.toContain('"short"')
  expect(existsSync(file)).toBe(true)
})

test('nothing is kept in the repository that is checked, though the environment says so', () => {
  const root = repository({'specs/a.md': faulty, 'team.yaml': OWN})
  const cache = join(root, '.cache')
  expect(spec(root, ['lint', '--schema', 'team.yaml'], {XDG_CACHE_HOME: cache})).toMatchObject({status: 1, stderr: ''})
  expect(existsSync(cache)).toBe(false)
})

test('results that cannot be kept are told of, and no longer than that is so', () => {
  const root = repository({'specs/a.md': faulty})
  const home = folder()
  const lint = () => spec(root, ['lint', '--cache'], {XDG_CACHE_HOME: home})
  expect(lint()).toMatchObject({status: 1, stderr: ''})
  const cache = join(home, 'specwright')
  const [results = ''] = readdirSync(cache).filter(name => name.startsWith('results-'))
  rmSync(join(cache, results))
  rmSync(join(cache, 'runs'), {recursive: true})
  mkdirSync(join(cache, results))
  const note = `note: results are not kept for the next run: the cache folder "${cache}" cannot be used (`
  for (let round = 0; round < 2; round++) expect(lint().stderr).toContain(note)
  rmSync(join(cache, results), {recursive: true})
  expect(lint()).toMatchObject({status: 1, stderr: ''})
  expect(readdirSync(cache)).toContain(results)
})
