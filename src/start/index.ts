// The door of the command, made into one file: dist/start.cjs.
import {start} from './door.js'

// Of the bundle, written in when it is made.
declare const BUNDLE_DIGEST: string

void start(__dirname, BUNDLE_DIGEST)
