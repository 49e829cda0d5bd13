import type {MessagePort} from 'node:worker_threads'
import {findApart, kindNamed, kindsInForce} from '../lint/index.js'
import {useEngine} from '../markdown/index.js'
import {type Answerer, distantWorkspace} from './distant-workspace.js'
import type {Done, FromThread, Job, ToThread} from './messages.js'
import {Received} from './shared.js'
import {work} from './work.js'

/** Checks the documents that come over the port of a thread, one after the other. `end`: called when nothing more comes. */
export function serve(port: MessagePort, end?: () => void): void {
  const received = new Received()
  let worked = 0
  let slice = work()
  let waiting: {resolve(answer: unknown): void; reject(error: Error): void} | undefined

  const post = (message: FromThread): void => port.postMessage(message)
  const ask: Answerer = (what, ...asked) =>
    new Promise((resolve, reject) => {
      waiting = {resolve: answer => resolve(answer as never), reject}
      post({type: 'ask', what, asked, worked: pause()} as FromThread)
    })
  const pause = (): number => {
    worked += slice.done()
    return worked
  }
  const take = async (job: Job): Promise<void> => {
    worked = 0
    slice = work()
    post({type: 'done', done: await check(job, ask, received)})
  }
  port.on('message', (message: ToThread) => {
    if (message.type === 'job') return void take(message.job)
    if (message.type === 'end') {
      end?.()
      return port.close()
    }
    slice = work()
    if (message.type === 'answer') waiting?.resolve(message.answer)
    else waiting?.reject(new Error('the world has failed'))
  })
  post({type: 'ready'})
}

async function check(job: Job, ask: Answerer, received: Received): Promise<Done> {
  const {text, path, limits} = job
  useEngine(job.engine)
  const workspace = distantWorkspace(job.place, ask, received)
  const schema = job.schema && received.take(job.schema)
  const kind = kindNamed(job.kind, await kindsInForce({workspace, ...(schema && {schema})}))
  const severities = job.severities && received.take(job.severities)
  const listed = () => ask('listed')
  const {asked, judged, ...rest} = await findApart({text, path, kind, workspace, limits, severities, listed})
  const {facts, ...told} = judged
  return {...rest, judged: {...told, ...(job.facts && facts && {facts})}, asks: asked !== undefined}
}
