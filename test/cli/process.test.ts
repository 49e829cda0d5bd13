import {EventEmitter} from 'node:events'
import {PassThrough} from 'node:stream'
import {text} from 'node:stream/consumers'
import {describe, expect, test} from 'vitest'
import {processIo, readAll} from '../../src/cli/io.js'

/** What of a process a command line needs, its streams terminals or not. */
function world({stdout: isOut = false, stdin: isIn = false, stderr: isErr = false, columns = 0} = {}) {
  const stream = (isTTY: boolean) => Object.assign(new PassThrough(), isTTY ? {isTTY, columns} : {})
  const streams = {stdout: stream(isOut), stderr: stream(isErr), stdin: stream(isIn)}
  return Object.assign(new EventEmitter(), streams, {env: {LANG: 'C'}, cwd: () => '/here', exitCode: undefined})
}

const ioOf = (own: ReturnType<typeof world>) => processIo(own as never)

describe('the process of a command line', () => {
  test('without a terminal knows no width, and nobody to ask', async () => {
    const own = world()
    const io = ioOf(own)
    expect(io).toMatchObject({cwd: '/here', env: {LANG: 'C'}, isTTY: false})
    expect([io.columns, io.stderrColumns, io.ask]).toEqual([undefined, undefined, undefined])
    own.stdin.end('typed')
    expect(new TextDecoder().decode(await readAll(io.stdin, 100))).toBe('typed')
  })

  test('at a terminal has its width, 80 columns where that one does not know', () => {
    expect(ioOf(world({stdout: true, stderr: true, columns: 120}))).toMatchObject({
      isTTY: true,
      columns: 120,
      stderrColumns: 120,
    })
    expect(ioOf(world({stderr: true, columns: 0})).stderrColumns).toBe(80)
  })

  test('asks only where what is printed is read by who types', async () => {
    expect(ioOf(world({stdout: true})).ask).toBeUndefined()
    expect(ioOf(world({stdin: true})).ask).toBeUndefined()
    const own = world({stdout: true, stdin: true})
    own.stdin.end('yes\n')
    expect(await ioOf(own).ask?.('Sure? ')).toBe('yes')
  })

  test.each(['SIGINT', 'SIGTERM'])('is interrupted by %s, once', async signal => {
    const own = world()
    const done = ioOf(own).interrupted()
    expect(own.listenerCount(signal)).toBe(1)
    own.emit(signal)
    await done
    expect([own.listenerCount('SIGINT'), own.listenerCount('SIGTERM')]).toEqual([0, 0])
  })

  test('is interrupted when nobody reads any more', async () => {
    const own = world()
    const done = ioOf(own).interrupted()
    own.stdout.emit('error', Object.assign(new Error('write EPIPE'), {code: 'EPIPE'}))
    await done
    expect(own.listenerCount('SIGINT')).toBe(0)
  })
})

describe('standard output that fails', () => {
  const failing = async (error: Error) => {
    const own = world()
    ioOf(own)
    // Whoever asks for the world a second time is not told twice.
    ioOf(own)
    own.stdout.emit('error', error)
    own.stderr.end()
    return {told: await text(own.stderr), exitCode: own.exitCode}
  }

  test('is no failure where the reader has gone', async () => {
    const error = Object.assign(new Error('write EPIPE'), {code: 'EPIPE'})
    expect(await failing(error)).toEqual({told: '', exitCode: undefined})
  })

  test.each([
    Object.assign(new Error('no space left on device'), {code: 'ENOSPC'}),
    new Error('no space left on device'),
  ])('is told in one line, with exit status 2', async error => {
    expect(await failing(error)).toEqual({
      told: 'spec: Cannot write to standard output: no space left on device\n',
      exitCode: 2,
    })
  })
})
