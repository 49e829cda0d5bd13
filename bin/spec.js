#!/usr/bin/env node
import {setFlagsFromString} from 'node:v8'
import {run} from '../dist/cli.js'

// Documents are read one after the other, so what is in use stays small; yet V8 would let the heap grow to four times of it
// before it looks for garbage, the more the longer a run takes. Twice is enough.
setFlagsFromString('--heap-growing-percent=100')

process.exitCode = await run(process.argv.slice(2))
