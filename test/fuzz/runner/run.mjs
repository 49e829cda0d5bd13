import {families} from '../families/index.mjs'
import {openWorker} from './process.mjs'

// Small, so that no process stands idle at the end.
const BATCH = 50

/**
 * Tries inputs of families, `runs` in all by their weights, in `jobs` processes; after so many `minutes` no more are begun. Calls `tell` after each batch with the number of
 * inputs done.
 * @returns {Promise<{families: {name: string, inputs: number, ms: number, slowest: {index: number, ms: number}}[],
 *   faults: {family: string, index: number, name: string, words: string}[]}>} faults in the order of families and inputs
 */
export async function runAll({
  seed,
  runs,
  only,
  names,
  jobs,
  deadline,
  minutes = Number.POSITIVE_INFINITY,
  tell = () => {},
}) {
  const chosen = families.filter(({name}) => names === undefined || names.includes(name))
  const queue = batches(sharesOf(chosen, runs), only)
  const results = new Map(chosen.map(({name}) => [name, {name, inputs: 0, ms: 0, slowest: {index: -1, ms: 0}}]))
  const faults = []
  let done = 0
  const end = performance.now() + minutes * 60_000
  const next = () => (performance.now() < end ? queue.shift() : undefined)
  async function work() {
    const worker = openWorker({deadline})
    for (let batch = next(); batch !== undefined; batch = next()) {
      const result = results.get(batch.family)
      for await (const {index, ms, faults: found} of worker.run({seed, ...batch})) {
        result.inputs++
        result.ms += ms
        if (ms > result.slowest.ms) result.slowest = {index, ms}
        faults.push(...found.map(fault => ({family: batch.family, index, ...fault})))
        done++
      }
      tell(done)
    }
    worker.close()
  }
  await Promise.all(Array.from({length: jobs}, work))
  const order = chosen.map(({name}) => name)
  faults.sort((a, b) => order.indexOf(a.family) - order.indexOf(b.family) || a.index - b.index)
  return {families: [...results.values()], faults}
}

/** How many inputs each family has of a run; at least one. */
export function sharesOf(chosen, runs) {
  const total = chosen.reduce((sum, {weight}) => sum + weight, 0)
  return chosen.map(({name, weight}) => ({name, count: Math.max(1, Math.round((runs * weight) / total))}))
}

function batches(shares, only) {
  if (only !== undefined) return shares.map(({name}) => ({family: name, from: only, to: only + 1}))
  const lists = shares.map(({name, count}) =>
    Array.from({length: Math.ceil(count / BATCH)}, (_, each) => ({
      family: name,
      from: each * BATCH,
      to: Math.min(count, (each + 1) * BATCH),
    })),
  )
  // By turns, so that what costs most does not stand at the end.
  return lists
    .flatMap(list => list.map((batch, at) => ({batch, at: at / list.length})))
    .sort((a, b) => a.at - b.at)
    .map(({batch}) => batch)
}
