// The door of the command, made into one file: dist/start.cjs.
import {start} from './door.js'
import {endUnexpected} from './unexpected.js'

// Of the bundle, written in when it is made.
declare const BUNDLE_DIGEST: string

process.on('uncaughtException', error => endUnexpected(error))
void start(__dirname, BUNDLE_DIGEST)
