import {spawnSync} from 'node:child_process'
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {PassThrough} from 'node:stream'
import {text} from 'node:stream/consumers'
import {fileURLToPath} from 'node:url'
import {expect, test} from 'vitest'
import {asker} from '../../src/cli/ask.js'
import {repository} from '../support/folders.js'

function terminal() {
  const [stdin, stderr] = [new PassThrough(), new PassThrough()]
  return {stdin, stderr, ask: asker({stdin, stderr})}
}

test('each question gets its line, typed ahead or not; nothing once the input has ended', async () => {
  const {stdin, stderr, ask} = terminal()
  stdin.write('one\r\ntwo\n')
  expect(await ask('1? ')).toBe('one')
  expect(await ask('2? ')).toBe('two')
  const third = ask('3? ')
  stdin.write('three\n')
  expect(await third).toBe('three')
  const last = ask('4? ')
  stdin.end()
  expect(await last).toBeUndefined()
  expect(await ask('5? ')).toBeUndefined()
  stderr.end()
  expect(await text(stderr)).toContain('1? ')
})

test('a last line without a line break is an answer', async () => {
  const {stdin, ask} = terminal()
  const answer = ask('? ')
  stdin.end('yes')
  expect(await answer).toBe('yes')
  expect(await ask('? ')).toBeUndefined()
})

const script = spawnSync('script', ['--version'], {encoding: 'utf8'})
const hasTerminal = script.status === 0 && script.stdout.includes('util-linux')
if (!hasTerminal) console.warn('There is no "script" of util-linux: the test on a real terminal is skipped.')

test.skipIf(!hasTerminal)('on a real terminal spec init asks, and ends', () => {
  const bin = fileURLToPath(new URL('../../bin/spec.js', import.meta.url))
  const root = repository({'a.txt': ''})
  const {status, stdout} = spawnSync(
    'script',
    ['--quiet', '--return', '--command', `"${process.execPath}" "${bin}" init`, '/dev/null'],
    {
      cwd: root,
      encoding: 'utf8',
      env: {...process.env, FORCE_COLOR: undefined, NO_COLOR: '1'},
      input: 'docs/specs\n\nnone\nnone\ny\n',
    },
  )
  expect(stdout).toContain('Folders of specs, with commas? [specs]')
  expect(stdout).toContain('Wrote spec.config.yaml')
  expect(status).toBe(0)
  expect(readFileSync(join(root, 'spec.config.yaml'), 'utf8')).toContain('\nspecs: docs/specs\n')
})
