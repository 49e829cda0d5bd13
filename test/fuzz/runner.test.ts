import {readdirSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {expect, test} from 'vitest'
import {folder} from '../support/folders.js'
import {type Answer, causesOf, families, inputOf, openWorker, sharesOf, signatureOf, summaryText} from './index.mjs'

// Answers as the worker of the fuzz does, and does what its inputs say.
const SCRIPT = `
import {writeSync} from 'node:fs'
import {createInterface} from 'node:readline'
const answer = data => writeSync(3, JSON.stringify(data) + '\\n')
answer({ready: true})
for await (const line of createInterface({input: process.stdin})) {
  const {from, to} = JSON.parse(line)
  for (let index = from; index < to; index++) {
    if (index === 2) for (;;);
    if (index === 4) process.abort()
    if (index === 5) process.exit(7)
    answer({ms: 1, faults: index === 6 ? [{name: 'crash', words: 'x'}] : []})
  }
}
`

test('an input that hangs, and one that ends the process, are told by their numbers, and the others are tried', async () => {
  const script = join(folder({'worker.mjs': SCRIPT}), 'worker.mjs')
  const worker = openWorker({deadline: 2000, script})
  const answers: Answer[] = []
  for await (const answer of worker.run({seed: 1, family: 'any', from: 0, to: 8})) answers.push(answer)
  worker.close()
  expect(answers.map(({index, faults}) => [index, ...faults.map(({name}) => name)])).toEqual([
    [0],
    [1],
    [2, 'hang'],
    [3],
    [4, 'abort'],
    [5, 'abort'],
    [6, 'crash'],
    [7],
  ])
})

test('a worker that cannot start is no input’s fault', async () => {
  const script = join(folder({'worker.mjs': 'throw new Error("no such thing")'}), 'worker.mjs')
  const {run} = openWorker({deadline: 2000, script})
  await expect(run({input: {subject: 'document'}}).next()).rejects.toThrow(/cannot start.*no such thing/)
})

test('every family is a file, and every file one that is registered or shared', () => {
  const files = readdirSync(fileURLToPath(new URL('families', import.meta.url))).map(name => name.replace('.mjs', ''))
  const shared = new Set(['index', 'extras'])
  expect(families.map(({name}) => name).sort()).toEqual(files.filter(name => !shared.has(name)).sort())
})

test.each(families.map(({name}) => name))('%s: an input depends on seed, family and index alone', family => {
  const some = (seed: number) => [3, 1, 2].map(index => JSON.stringify(inputOf({seed, family, index})))
  const [third, first, second] = some(1)
  expect([first, second, third]).toEqual([1, 2, 3].map(index => JSON.stringify(inputOf({seed: 1, family, index}))))
  expect(some(2)).not.toEqual([third, first, second])
})

test('each family has its share of a run, and one input at least', () => {
  const some = [
    {name: 'a', weight: 90},
    {name: 'b', weight: 10},
  ]
  expect(sharesOf(some, 1000)).toEqual([
    {name: 'a', count: 900},
    {name: 'b', count: 100},
  ])
  expect(sharesOf(some, 1)[1]).toEqual({name: 'b', count: 1})
})

test('faults of one cause are one, whatever their numbers and quotations', () => {
  const fault = (index: number, words: string) => ({family: 'bytes', index, name: 'position', words})
  const causes = causesOf([fault(1, 'offset 3 of "a"'), fault(2, 'offset 17 of "b\\"c"'), fault(3, 'line 3')])
  expect(causes.map(({inputs}) => inputs)).toEqual([['bytes 1', 'bytes 2'], ['bytes 3']])
  expect(signatureOf({name: 'crash', words: 'x\n at a'})).not.toBe(signatureOf({name: 'crash', words: 'x\n at b'}))
})

test('the summary tells of each family, the slowest input and the faults', () => {
  const text = summaryText({
    families: [{name: 'bytes', inputs: 1000, ms: 2500, slowest: {index: 17, ms: 40.4}}],
    faults: [{family: 'bytes', index: 3, name: 'crash', words: 'x'}],
    causes: [{}],
    seed: 9,
    origin: 'fixtures',
    ms: 1300,
  })
  expect(text.split('\n')).toEqual([
    '',
    'family  inputs  seconds  slowest           faults',
    'bytes   1000    2.5      40 ms, --only 17  1',
    '',
    '1000 inputs in 1.3 s, seed 9, real documents: fixtures; 1 causes of faults',
  ])
})
