import {existsSync} from 'node:fs'
import {describe, expect, test} from 'vitest'
import {environment} from '../../bench/run/measure/environment.mjs'
import {inspect} from '../../bench/run/measure/inspect.mjs'
import {peakMemory} from '../../bench/run/measure/memory.mjs'
import {measure} from '../../bench/run/measure/rounds.mjs'
import {timed} from '../../bench/run/measure/timed.mjs'
import {folder} from '../support/folders.js'

const node = (code: string) => [process.execPath, '-e', code]

describe('what is measured', () => {
  const place = () => {
    const cwd = folder()
    return {cwd, env: environment(folder(), 'test')}
  }

  test('finds nothing of the settings of the caller', () => {
    process.env.NODE_EXTRA_CA_CERTS = '/nowhere'
    try {
      expect(Object.keys(environment(folder(), 'test')).sort()).not.toContain('NODE_EXTRA_CA_CERTS')
    } finally {
      delete process.env.NODE_EXTRA_CA_CERTS
    }
  })

  test('a run has its exit status, and the CPU of its children is counted', async () => {
    const spin = 'const end = process.cpuUsage().user + 3e5; while (process.cpuUsage().user < end);'
    const child = `require('child_process').execFileSync(process.execPath, ['-e', ${JSON.stringify(spin)}]); process.exit(3)`
    const {cpu, wall, status} = await timed(node(child), place())
    expect(status).toBe(3)
    // It took so much by its own clock.
    expect(cpu).toBeGreaterThanOrEqual(290)
    expect(Number.isFinite(wall)).toBe(true)
  })

  test('a run that hangs is ended, with all that it has started', async () => {
    const {cpu, status} = await timed(['sh', '-c', 'sleep 600; true'], {...place(), deadline: 300})
    expect(status).toBe(-1)
    expect(cpu).toBeNaN()
  })

  test.skipIf(!existsSync('/proc/self/status'))(
    'memory is that of the greatest process, and of all together',
    async () => {
      const hold = 'globalThis.held = Buffer.alloc(2e8, 1); setTimeout(() => {}, 600)'
      const parent = `require('child_process').spawn(process.execPath, ['-e', ${JSON.stringify(hold)}]); ${hold}`
      const peak = await peakMemory(node(parent), place())
      expect(peak?.process).toBeGreaterThan(190)
      expect(peak?.process).toBeLessThan(380)
      expect(peak?.tree).toBeGreaterThan(380)
    },
  )

  test('git processes are counted, and output and status are told', () => {
    const run = inspect(['sh', '-c', 'git --version; git --version >&2; exit 4'], place(), folder())
    expect(run.git).toBe(2)
    expect(run.status).toBe(4)
    expect(run.output).toMatch(/^git version .*\ngit version .*\n$/)
  })

  test('of a command with a warm cache a run is counted that is warm, though git is another one there', async () => {
    const cwd = folder()
    // As a run that is kept: for one PATH alone.
    const keeps = node(`
      const {existsSync, writeFileSync} = require('fs')
      const file = require('crypto').createHash('md5').update(process.env.PATH + process.argv.slice(1)).digest('hex')
      if (!existsSync(file)) require('child_process').execFileSync('git', ['--version'])
      writeFileSync(file, '')`)
    const command = {id: 'keeps', where: 'folder' as const, shown: 'keeps', argv: keeps, asked: ['x'], cache: 'keeps'}
    const how = {roots: {folder: cwd}, runs: 1, memoryRuns: 0, scratch: folder(), say: () => undefined}
    expect(await measure([command], how)).toMatchObject([{status: 0, git: 1}])
    const warm = {...command, asked: ['y'], warm: true}
    expect(await measure([warm], how)).toMatchObject([{status: 0, git: 0}])
  })

  test('a command that breaks is told, and the others go on', async () => {
    const command = (id: string, argv: string[], filesOf: (output: string) => number | undefined) => ({
      ...{id, where: 'folder' as const, shown: id, argv, cache: id, filesOf, expected: 3},
    })
    const told: string[] = []
    const say = (line: string) => told.push(line)
    const how = {roots: {folder: folder()}, runs: 1, memoryRuns: 0, scratch: folder(), say}
    const commands = [
      command('throws', node('throw new Error("no")'), output => JSON.parse(output).files),
      command('is-silent', ['true'], output => Number(/(\d+) files/.exec(output)?.[1])),
      command('works', ['echo', '{"files": 3}'], output => JSON.parse(output).files),
      command('lints-too-few', ['echo', '{"files": 2}'], output => JSON.parse(output).files),
    ]
    expect(await measure(commands, how)).toMatchObject([
      {status: 1, note: 'does not say how many files it has linted'},
      {status: 0, note: 'does not say how many files it has linted'},
      {status: 0, files: 3},
      {status: 0, files: 2, note: 'linted other files: 2 of 3'},
    ])
    expect(told.join('\n')).toContain('Error: no')
  })

  test('commands run by turns, made ready before each run', async () => {
    const told: (string | number)[] = []
    const cwd = folder()
    const command = (id: string) => ({
      id,
      where: 'folder' as const,
      shown: id,
      argv: ['true'],
      cache: id,
      before: (round: number) => {
        if (round > 0) told.push(`${id}${round}`)
      },
    })
    const how = {roots: {folder: cwd}, runs: 2, memoryRuns: 0, scratch: folder(), say: () => {}}
    const rows = await measure([command('a'), command('b')], how)
    expect(told).toEqual(['b1', 'a1', 'a2', 'b2'])
    expect(rows).toMatchObject([
      {id: 'a', status: 0, git: 0, memory: null},
      {id: 'b', status: 0, git: 0, memory: null},
    ])
    for (const {cpus, walls} of rows as {cpus: number[]; walls: number[]}[])
      expect([cpus.length, walls.length]).toEqual([2, 2])
  })
})
