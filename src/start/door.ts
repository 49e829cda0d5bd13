import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {isOn} from '../text/is-on.js'
import {buildOf} from './build.js'
import {loadBuiltins} from './builtins.js'
import {loadCached} from './code-cache.js'
import {setEngineFlags} from './engine-flags.js'
import {type Replay, replayOf} from './replay.js'
import {asksForReplay} from './replay-key.js'
import {restEngine} from './rest.js'
import {retell} from './retell.js'

type Main = typeof import('../main.js')

/**
 * Runs the command line of the process with what is built in a folder, and sets the process' exit status: with the bundle, by V8's
 * code cache where there is one, or with what the bundle was made from where that is not there or not wanted (SPEC_NO_BUNDLE). A run
 * that was kept (--cache) loads neither. `digest`: the bundle's.
 */
export async function start(folder: string, digest: string): Promise<void> {
  const {argv: words, env} = process
  const argv = words.slice(2)
  const bundle = join(folder, 'bundle', 'spec.cjs')
  const build = isOn(env.SPEC_NO_BUNDLE) ? undefined : buildOf(bundle, digest)
  const replay = build === undefined || !asksForReplay(argv) ? undefined : replayIn(argv, build)
  const earlier = replay?.earlier()
  if (earlier) {
    retell(earlier.written, performance.now())
    process.exitCode = earlier.status
    return
  }
  loadBuiltins(argv, process.cwd())
  setEngineFlags()
  if (build === undefined) {
    const unbundled = pathToFileURL(join(folder, 'main.js')).href
    process.exitCode = await ((await import(unbundled)) as Main).main(argv)
    return
  }
  const {exports, keep} = loadCached(bundle, build, argv[0] ?? '', env)
  const wake = restEngine(argv)
  process.exitCode = await run(argv, exports as Main, replay)
  // A command line that cannot be followed tells nothing of what the next one needs.
  if (keep === undefined || process.exitCode === 2) return
  wake()
  setEngineFlags()
  keep()
}

async function run(argv: readonly string[], {main, recorded}: Main, replay: Replay | undefined): Promise<number> {
  if (!replay) return main(argv)
  const {recording, status} = await recorded(argv)
  if (recording) replay.keep(recording)
  return status
}

function replayIn(argv: readonly string[], build: string): Replay | undefined {
  const {isTTY = false, columns} = process.stdout
  return replayOf(argv, build, {env: process.env, cwd: process.cwd(), isTTY, columns})
}
