import {join} from 'node:path'
import type {MessagePort} from 'node:worker_threads'
import {buildOf} from './build.js'
import {loadCached} from './code-cache.js'
import {setEngineFlags} from './engine-flags.js'
import {wakeEngine} from './rest.js'

type Work = typeof import('../main.js').work

/** What the main thread hands over: where it talks to this one, and what Node was started with, which a thread is not told. */
export interface Handed {
  port: MessagePort
  startedWith: readonly string[]
}

/** Has a thread check documents by the bundle that is built in a folder, loaded as the command's door does. */
export async function startThread(folder: string, digest: string, {port, startedWith}: Handed): Promise<void> {
  setEngineFlags()
  wakeEngine(startedWith)
  const bundle = join(folder, 'bundle', 'spec.cjs')
  const {exports, keep} = loadCached(bundle, buildOf(bundle, digest) ?? '', 'thread', process.env)
  await (exports as {work: Work}).work(port, () => {
    if (keep === undefined) return
    setEngineFlags()
    keep()
  })
}
