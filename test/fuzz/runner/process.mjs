import {spawn} from 'node:child_process'
import {createInterface} from 'node:readline'
import {fileURLToPath} from 'node:url'

const WORKER = fileURLToPath(new URL('worker.mjs', import.meta.url))
// Loading takes a while on a busy machine, and is no input's fault.
const START = 120_000
const MEMORY = 1024

/**
 * A process in which inputs are tried. What hangs for `deadline` milliseconds is killed with it, and so it is when it aborts: the
 * input at fault is told, and another process goes on with the next one.
 *
 * @example
 * const worker = openWorker({deadline: 10_000})
 * for await (const {index, ms, faults} of worker.run({seed: 1, family: 'bytes', from: 0, to: 100})) console.log(index, ms, faults)
 * worker.close()
 */
export function openWorker({deadline, script = WORKER}) {
  let running

  async function* run({from = 0, to = from + 1, ...job}) {
    let index = from
    while (index < to) {
      running ??= await started(script)
      running.send({...job, from: index, to})
      while (index < to) {
        const asked = performance.now()
        const answer = await running.answer(deadline)
        if (answer.ended !== undefined) {
          running = undefined
          yield {index: index++, ms: performance.now() - asked, faults: [answer.ended]}
          break
        }
        yield {index: index++, ...answer}
      }
    }
  }

  return {run, close: () => running?.kill()}
}

async function started(script) {
  const child = spawn(process.execPath, [`--max-old-space-size=${MEMORY}`, script], {
    stdio: ['pipe', 'ignore', 'pipe', 'pipe'],
    env: {...process.env, NODE_ENV: 'production'},
  })
  let last = ''
  child.stderr.on('data', data => {
    last = (last + data).slice(-2000)
  })
  // What was sent to a process that is gone is told by its end.
  child.stdin.on('error', () => {})
  const waiting = []
  const ready = []
  const pass = answer => (waiting.length > 0 ? waiting.shift()(answer) : ready.push(answer))
  createInterface({input: child.stdio[3]}).on('line', line => pass(JSON.parse(line)))
  child.on('close', (status, signal) =>
    pass({ended: {name: 'abort', words: `the process ended with ${signal ?? status}: ${reasonIn(last)}`}}),
  )

  const worker = {
    send: job => child.stdin.write(`${JSON.stringify(job)}\n`),
    kill: () => child.kill('SIGKILL'),
    answer: deadline =>
      new Promise(resolve => {
        if (ready.length > 0) return resolve(ready.shift())
        const timer = setTimeout(() => {
          waiting.length = 0
          waiting.push(() => {})
          worker.kill()
          resolve({ended: {name: 'hang', words: `no answer within ${deadline} ms`}})
        }, deadline)
        waiting.push(answer => {
          clearTimeout(timer)
          resolve(answer)
        })
      }),
  }
  const first = await worker.answer(START)
  if (first.ready !== true) throw new Error(`The fuzz cannot start: ${first.ended?.words}`)
  return worker
}

// V8 says what it died of in one line among many.
function reasonIn(text) {
  return (/^.*(?:FATAL|Error|panicked).*$/m.exec(text)?.[0] ?? text.trim().split('\n').at(-1) ?? '').slice(0, 300)
}
