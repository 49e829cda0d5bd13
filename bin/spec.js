#!/usr/bin/env node
import {setFlagsFromString} from 'node:v8'

// Documents are read one after the other, so what is in use stays small; yet V8 would let the heap grow to four times of it
// before it looks for garbage, the more the longer a run takes. Twice is enough.
setFlagsFromString('--heap-growing-percent=100')

const [word, ...rest] = process.argv.slice(2)
// A shell asks at every press of Tab: what reads command lines is not loaded for that.
if (word === '__complete') process.exitCode = await (await import('../dist/cli/complete/index.js')).run(rest)
else process.exitCode = await (await import('../dist/cli.js')).run(process.argv.slice(2))
