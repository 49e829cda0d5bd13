import {spawnSync} from 'node:child_process'
import {expect, test, vi} from 'vitest'
import {heapGrowth, memoryOf, setHeapGrowth, withThrift} from '../../src/commands/support/heap.js'
import type {Apart, Isolation} from '../../src/lint/isolation.js'
import {engineFlags} from '../../src/start/engine-flags.js'

const MEBIBYTE = 2 ** 20
const of = (rss: number, huge = 0, memory = 24_000): number =>
  heapGrowth({rss: rss * MEBIBYTE, memory: memory * MEBIBYTE, huge})

test('the more a run takes, the less may its heaps grow; until then by as much as those of any run', () => {
  expect([0, 287, 288, 351, 352, 4000].map(rss => of(rss))).toEqual([100, 100, 50, 50, 25, 25])
  expect(engineFlags('20.19.0')).toContain(`--heap-growing-percent=${of(0)}`)
})

test('they may where a huge document is checked, as long as the process takes no more than half of the memory', () => {
  expect([0, 1, 2].map(huge => of(400, huge))).toEqual([25, 100, 100])
  expect([801, 800, 799].map(memory => of(400, 1, memory))).toEqual([100, 25, 25])
})

test('the memory is that of the machine, or what the process is held to', () => {
  expect([undefined, 0, 512, 2 ** 63].map(constrained => memoryOf(8000, constrained))).toEqual([8000, 8000, 512, 8000])
})

/** Threads that check a document when they are told to. */
function slow(): {threads: Isolation; told: string[]; finish(): void} {
  const finished: (() => void)[] = []
  const told: string[] = []
  const threads: Isolation = {
    count: 2,
    fromDocuments: 20,
    fromLength: 150_000,
    check: apart => {
      told.push(`check ${apart.subject.path}`)
      return new Promise(resolve => finished.push(() => resolve(undefined)))
    },
    lacking: () => 'none to be had',
    close: async () => void told.push('close'),
  }
  return {threads, told, finish: () => finished.shift()?.()}
}

const apart = (path: string, length: number): Apart => ({subject: {path, text: 'x'.repeat(length)}}) as unknown as Apart

test('it is looked at from the first document on until the end, by the longest that is checked at the time', async () => {
  const held = Buffer.alloc(400 * MEBIBYTE, 1)
  vi.useFakeTimers({toFake: ['setInterval', 'clearInterval']})
  try {
    const {threads, told, finish} = slow()
    const set: number[] = []
    const thrifty = withThrift(threads, percent => set.push(percent))
    const setIn = (milliseconds: number): number[] => {
      vi.advanceTimersByTime(milliseconds)
      return set.splice(0)
    }
    expect([thrifty.count, thrifty.fromDocuments, thrifty.fromLength, thrifty.lacking()]).toEqual([
      2,
      20,
      150_000,
      'none to be had',
    ])
    expect(setIn(1000)).toEqual([])
    const large = thrifty.check(apart('large.md', 2 * MEBIBYTE + 1))
    const small = thrifty.check(apart('small.md', 2 * MEBIBYTE))
    expect(setIn(500)).toEqual([100, 100])
    finish()
    await large
    expect(setIn(250)).toEqual([25])
    finish()
    await small
    await thrifty.close()
    expect(setIn(1000)).toEqual([])
    expect(told).toEqual(['check large.md', 'check small.md', 'close'])
  } finally {
    vi.useRealTimers()
  }
  expect(held.length).toBe(400 * MEBIBYTE)
})

test('where too few files can be open to look at the memory, heaps grow as before, and the run goes on', async () => {
  vi.useFakeTimers({toFake: ['setInterval', 'clearInterval']})
  const rss = vi.spyOn(process.memoryUsage, 'rss')
  try {
    const {threads, finish} = slow()
    const set: number[] = []
    const thrifty = withThrift(threads, percent => set.push(percent))
    const checked = thrifty.check(apart('a.md', 1))
    rss.mockImplementation(() => {
      throw Object.assign(new Error('EMFILE: too many open files, uv_resident_set_memory'), {code: 'EMFILE'})
    })
    vi.advanceTimersByTime(500)
    expect([rss.mock.calls.length, set]).toEqual([2, []])
    rss.mockImplementation(() => 300 * MEBIBYTE)
    vi.advanceTimersByTime(250)
    expect(set).toEqual([50])
    finish()
    await checked
    await thrifty.close()
  } finally {
    rss.mockRestore()
    vi.useRealTimers()
  }
})

test('no version of the engine complains of what is set', async () => {
  const {threads, told} = slow()
  // What is set unless told otherwise, here as in a process of its own.
  await withThrift(threads).close()
  expect(told).toEqual(['close'])
  setHeapGrowth(100)

  const heap = new URL('../../dist/commands/support/heap.js', import.meta.url).href
  const script = `
    import {setHeapGrowth} from ${JSON.stringify(heap)}
    for (const percent of [25, 50, 100]) setHeapGrowth(percent)
    console.log('set')`
  const {stdout, stderr} = spawnSync(process.execPath, ['--input-type=module', '-e', script], {encoding: 'utf8'})
  expect({stdout, stderr}).toEqual({stdout: 'set\n', stderr: ''})
})
