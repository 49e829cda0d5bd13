import {describe, expect, test} from 'vitest'
import {inOrder} from '../../src/lint/in-order.js'

/** Works on numbers, each as long as it says, and notes what begins and what is taken. */
async function run(items: readonly number[], width: number, waits: (item: number) => boolean = () => false) {
  const notes: string[] = []
  let most = 0
  let running = 0
  const work = async (item: number): Promise<number> => {
    notes.push(`+${item}`)
    most = Math.max(most, ++running)
    await new Promise(resolve => setTimeout(resolve, item))
    running--
    return item
  }
  const taken: number[] = []
  for await (const item of inOrder(items, {width, waits}, work)) {
    taken.push(item)
    notes.push(`-${item}`)
  }
  return {taken, notes, most}
}

test('results come in the order of the items, as many at once as may be', async () => {
  const items = [30, 1, 20, 2, 10, 3]
  expect((await run(items, 3)).taken).toEqual(items)
  expect((await run(items, 3)).most).toBe(3)
})

test('one at a time begins when the one before was taken', async () => {
  expect((await run([3, 1, 2], 1)).notes).toEqual(['+3', '-3', '+1', '-1', '+2', '-2'])
})

test('one that waits begins when all before it were taken, and others after it', async () => {
  const {notes} = await run([2, 1, 5, 6, 3], 8, item => item > 4)
  expect(notes).toEqual(['+2', '+1', '-2', '-1', '+5', '-5', '+6', '+3', '-6', '-3'])
})

test('one that fails is told when its turn comes', async () => {
  const taken: number[] = []
  const work = async (item: number): Promise<number> => {
    if (item > 1) throw new Error(`no ${item}`)
    await new Promise(resolve => setTimeout(resolve, 20))
    return item
  }
  const all = async () => {
    for await (const item of inOrder([1, 2, 3], {width: 3, waits: () => false}, work)) taken.push(item)
  }
  await expect(all()).rejects.toThrow('no 2')
  expect(taken).toEqual([1])
})

describe('what was begun has ended', () => {
  async function endings(take: (results: AsyncGenerator<number>) => Promise<unknown>) {
    const [began, ended]: [number[], number[]] = [[], []]
    const work = async (item: number): Promise<number> => {
      began.push(item)
      await new Promise(resolve => setTimeout(resolve, item))
      ended.push(item)
      if (item === 2) throw new Error('no 2')
      return item
    }
    await take(inOrder([1, 2, 30, 20], {width: 3, waits: () => false}, work)).catch(() => undefined)
    return {began: began.toSorted(), ended: ended.toSorted()}
  }

  test('where whoever takes it stops', async () => {
    const {began, ended} = await endings(async results => {
      for await (const _ of results) break
    })
    expect(began).toEqual([1, 2, 30])
    expect(ended).toEqual(began)
  })

  test('where one fails, or whoever takes it does', async () => {
    for (const fails of [false, true]) {
      const {began, ended} = await endings(async results => {
        for await (const _ of results) if (fails) throw new Error('no more')
      })
      expect(began.length).toBeGreaterThan(2)
      expect(ended).toEqual(began)
    }
  })
})

test('nothing comes of nothing', async () => {
  expect((await run([], 3)).taken).toEqual([])
})
