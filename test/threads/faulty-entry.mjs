// A thread that does with documents what their names say, and checks the others as the product does.
import {MessageChannel, workerData} from 'node:worker_threads'
import {serve} from '../../dist/threads/serve.js'

const {port} = workerData
const {port1, port2} = new MessageChannel()
const kept = []
const take = message => {
  const path = message.job?.path ?? ''
  if (path.includes('hangs')) for (;;);
  if (path.includes('sleeps')) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
  if (path.includes('grows')) for (;;) kept.push(Array.from({length: 1000}, (_, at) => `${at}`))
  if (path.includes('exits')) process.exit(3)
  if (path.includes('throws')) throw new RangeError('out of  reach')
  // In a moment, when it has told what it found.
  if (path.includes('leaves')) setTimeout(() => process.exit(0), 500)
  port1.postMessage(message)
  if (message.type === 'end') port.close()
}
port1.on('message', message => {
  port.postMessage(message)
  if (message.type === 'ready') port.on('message', take)
})
serve(port2)
