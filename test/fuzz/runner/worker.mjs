// The process in which inputs are tried: takes a job a line from standard input, answers with a line for each input on a pipe of
// its own. It may be killed at any time.
import {writeSync} from 'node:fs'
import {createInterface} from 'node:readline'
import {families} from '../families/index.mjs'
import {chooser} from '../inputs/choose.mjs'
import {crash} from '../oracles/index.mjs'
import {subjects} from '../subjects/index.mjs'

const ANSWERS = 3

// What goes wrong outside of every promise, and what is printed past every stream that was handed over, is the current input's.
let stray = []
process.on('uncaughtException', error => stray.push(crash('outside of all promises', error)))
process.on('unhandledRejection', error => stray.push(crash('outside of all promises', error)))
for (const stream of [process.stdout, process.stderr]) {
  stream.write = text => {
    stray.push({name: 'printed', words: String(text).slice(0, 200)})
    return true
  }
}

async function tried(input) {
  stray = []
  const started = performance.now()
  let faults
  try {
    faults = await subjects[input.subject](input)
  } catch (error) {
    faults = [crash(input.subject, error)]
  }
  return {ms: performance.now() - started, faults: [...faults, ...stray]}
}

function answer(data) {
  let rest = Buffer.from(`${JSON.stringify(data)}\n`)
  while (rest.length > 0) rest = rest.subarray(written(rest))
}

function written(bytes) {
  try {
    return writeSync(ANSWERS, bytes)
  } catch (error) {
    if (error.code === 'EAGAIN') return 0
    throw error
  }
}

answer({ready: true})
for await (const line of createInterface({input: process.stdin})) {
  const {seed, family, from, to, input} = JSON.parse(line)
  const found = families.find(({name}) => name === family)
  for (let index = from; index < to; index++) answer(await tried(input ?? found.make(chooser(seed, family, index))))
}
