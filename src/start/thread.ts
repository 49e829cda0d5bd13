// What a thread of the bundled command begins with, made into one file: dist/thread.cjs.
import {workerData} from 'node:worker_threads'
import {startThread} from './thread-door.js'

void startThread(__dirname, workerData.port)
