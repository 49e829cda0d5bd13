import {existsSync} from 'node:fs'
import {join} from 'node:path'
import {setTimeout as pause} from 'node:timers/promises'
import {expect, test} from 'vitest'
import type {Answers} from '../../src/threads/answers.js'
import type {Job} from '../../src/threads/messages.js'
import {startThread} from '../../src/threads/thread.js'
import {folder} from '../support/folders.js'

const allowance = {seconds: 5, mebibytes: 64}
const job = {path: 'a.md'} as Job
const done = {judged: 'found'}
const answers = {answer: async () => 'told'} as unknown as Answers

/** What a thread begins with: it is ready, and does what the code says with each message. */
const entryOf = (code: string, begin = '') =>
  new URL(
    `data:text/javascript,${encodeURIComponent(`
      import {workerData} from 'node:worker_threads'
      import {writeFileSync} from 'node:fs'
      const {port} = workerData
      const done = () => port.postMessage({type: 'done', done: ${JSON.stringify(done)}})
      const ask = worked => port.postMessage({type: 'ask', what: 'read', asked: ['b.md'], worked})
      port.on('message', message => {${code}})
      port.postMessage({type: 'ready'})
      ${begin}`)}`,
  )

const obeys = "if (message.type === 'job') done(); else port.close()"

function busy(milliseconds: number): void {
  for (const end = performance.now() + milliseconds; performance.now() < end; );
}

test('a thread is given one document after the other, and ended when none comes', async () => {
  const thread = startThread(entryOf(obeys), allowance)
  expect(thread.isAlive()).toBe(true)
  expect(await thread.run(job, answers)).toEqual({type: 'done', done})
  expect(await thread.run(job, answers)).toEqual({type: 'done', done})
  await thread.close()
  expect(thread.isAlive()).toBe(false)
  await thread.close()
  expect(await thread.run(job, answers)).toEqual({type: 'unbegun', error: 'it had ended'})
})

test('one that was ready before it was given a document', async () => {
  const mark = join(folder(), 'ready')
  const thread = startThread(entryOf(obeys, `writeFileSync(${JSON.stringify(mark)}, '')`), allowance)
  while (!existsSync(mark)) await pause(20)
  await pause(20)
  expect(await thread.run(job, answers)).toEqual({type: 'done', done})
  await thread.close()
})

test('one that does not begin', async () => {
  const entry = new URL('data:text/javascript,for (;;);')
  const thread = startThread(entry, allowance, {start: 200, end: 2000})
  expect(await thread.run(job, answers)).toEqual({type: 'unbegun', error: 'it did not begin in time'})
  expect(thread.isAlive()).toBe(false)
})

test('one that does not end when it is told to is ended', async () => {
  const thread = startThread(entryOf("if (message.type === 'job') done()"), allowance, {start: 30_000, end: 50})
  expect(await thread.run(job, answers)).toEqual({type: 'done', done})
  await thread.close()
  expect(thread.isAlive()).toBe(false)
})

test('what a thread has said in time counts, though no one was there to hear it', async () => {
  const thread = startThread(entryOf(obeys), {...allowance, seconds: 0.1})
  await thread.run(job, answers)
  const outcome = await new Promise(resolve => {
    // Timers come next, and messages after them.
    setImmediate(() => {
      resolve(thread.run(job, answers))
      busy(500)
    })
  })
  expect(outcome).toEqual({type: 'done', done})
  await thread.close()
})

test('the time that was worked before a question counts', async () => {
  const asked: unknown[] = []
  const noting = {...answers, answer: async (...each: unknown[]) => void asked.push(each)}
  const asks = (worked: number) => entryOf(`if (message.type === 'job') ask(${worked}); else done()`)
  const late = startThread(asks(1000), {...allowance, seconds: 1})
  expect(await late.run(job, noting)).toEqual({type: 'late'})
  expect(asked).toEqual([])
  const early = startThread(asks(999), {...allowance, seconds: 1})
  expect((await early.run(job, noting)).type).not.toBe('unbegun')
  expect(asked).toEqual([['read', ['b.md']]])
  await early.close()
})

test('one that ends while an answer is awaited', async () => {
  let tell: (answer: unknown) => void = () => undefined
  const slow = {...answers, answer: () => new Promise(resolve => (tell = resolve))}
  const thread = startThread(entryOf('ask(0); setTimeout(() => process.exit(3), 50)'), allowance)
  expect(await thread.run(job, slow)).toEqual({type: 'dead', error: 'it ended with 3'})
  tell('told')
  await pause(20)
  expect(thread.isAlive()).toBe(false)
})
