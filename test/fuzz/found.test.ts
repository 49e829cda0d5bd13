import {afterAll, expect, test} from 'vitest'
import {kept, openWorker} from './index.mjs'

const worker = openWorker({deadline: 60_000})
afterAll(worker.close)

// Each is an input in which a fault has shown once: the smallest that was found.
test.each(kept().map(found => ({...found})))('$file: $name', async ({input}) => {
  for await (const {faults} of worker.run({input})) expect(faults).toEqual([])
})
