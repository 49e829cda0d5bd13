// What a thread of the bundled command begins with, made into one file: dist/thread.cjs. It loads the bundle as the command's door does.
import {join} from 'node:path'
import {buildOf} from './build.js'
import {loadCached} from './code-cache.js'
import {wakeCompilers} from './rest.js'

type Work = typeof import('../main.js').work

wakeCompilers()
const bundle = join(__dirname, 'bundle', 'spec.cjs')
const {exports, keep} = loadCached(bundle, buildOf(bundle) ?? '', 'thread', process.env)
void (exports as {work: Work}).work(keep)
