// The door of the command, made into one file: dist/start.cjs. It loads the bundle, by V8's code cache where there is one, or what
// the bundle was made from where that is not there or not wanted (SPEC_NO_BUNDLE). A run that was kept (--cache) loads neither.
import {statSync} from 'node:fs'
import {join} from 'node:path'
import {isOn} from '../text/is-on.js'
import {loadCached} from './code-cache.js'
import {setEngineFlags} from './engine-flags.js'
import {type Replay, replayOf} from './replay.js'
import {retell} from './retell.js'

type Main = typeof import('../main.js')

const {argv: words, env} = process
const argv = words.slice(2)
const bundle = join(__dirname, 'bundle', 'spec.cjs')
// A path in a variable: else it would become a part of this file.
const unbundled = './main.js'

async function start(): Promise<void> {
  const build = isOn(env.SPEC_NO_BUNDLE) ? undefined : buildOf(bundle)
  const replay = build === undefined || !argv.includes('--cache') ? undefined : replayIn(build)
  const earlier = replay?.earlier()
  if (earlier) {
    retell(earlier.written, performance.now())
    process.exitCode = earlier.status
    return
  }
  setEngineFlags(process.versions.node)
  if (build === undefined) {
    process.exitCode = await ((await import(unbundled)) as Main).main(argv)
    return
  }
  const {exports, keep} = loadCached(bundle, build, argv[0] ?? '', env)
  process.exitCode = await run(exports as Main, replay)
  // A command line that cannot be followed tells nothing of what the next one needs.
  if (process.exitCode !== 2) keep()
}

async function run({main, recorded}: Main, replay: Replay | undefined): Promise<number> {
  if (!replay) return main(argv)
  const {recording, status} = await recorded(argv)
  if (recording) replay.keep(recording)
  return status
}

function replayIn(build: string): Replay | undefined {
  const {isTTY = false, columns} = process.stdout
  return replayOf(argv, build, {env, cwd: process.cwd(), isTTY, columns})
}

/** What tells one build from another; undefined where there is none. */
function buildOf(file: string): string | undefined {
  const stats = statSync(file, {throwIfNoEntry: false})
  return stats && `${stats.size.toString(36)}-${Math.trunc(stats.mtimeMs).toString(36)}`
}

void start()
