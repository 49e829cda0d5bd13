// The door of the command, made into one file: dist/start.cjs. It loads the bundle, by V8's code cache where there is one, or what
// the bundle was made from where that is not there or not wanted (SPEC_NO_BUNDLE).
import {existsSync} from 'node:fs'
import {join} from 'node:path'
import {setFlagsFromString} from 'node:v8'
import {isOn} from '../text/is-on.js'
import {loadCached} from './code-cache.js'

type Main = typeof import('../main.js')

// Documents are read one after the other, so what is in use stays small; yet V8 would let the heap grow to four times of it
// before it looks for garbage, the more the longer a run takes. Twice is enough. Before anything is compiled: V8 takes no code
// from its cache that was compiled by other flags.
setFlagsFromString('--heap-growing-percent=100')

const argv = process.argv.slice(2)
// A path in a variable: else it would become a part of this file.
const unbundled = './main.js'

async function start(): Promise<void> {
  const bundle = join(__dirname, 'bundle', 'spec.cjs')
  if (isOn(process.env.SPEC_NO_BUNDLE) || !existsSync(bundle)) {
    process.exitCode = await ((await import(unbundled)) as Main).main(argv)
    return
  }
  const {exports, keep} = loadCached(bundle, argv[0] ?? '', process.env)
  process.exitCode = await (exports as Main).main(argv)
  // A command line that cannot be followed tells nothing of what the next one needs.
  if (process.exitCode !== 2) keep()
}

void start()
