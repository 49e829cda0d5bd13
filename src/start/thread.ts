// What a thread of the bundled command begins with, made into one file: dist/thread.cjs.
import {workerData} from 'node:worker_threads'
import {startThread} from './thread-door.js'

// Of the bundle, written in when it is made.
declare const BUNDLE_DIGEST: string

void startThread(__dirname, BUNDLE_DIGEST, workerData)
