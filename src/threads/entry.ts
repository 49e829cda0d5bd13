import {workerData} from 'node:worker_threads'
import {serve} from './serve.js'

serve(workerData.port)
