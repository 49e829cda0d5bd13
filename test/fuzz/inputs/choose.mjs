import {random} from '../../../bench/random.mjs'

/**
 * Choices that depend on seed, family and index alone: one input can be made again without those before it.
 * @returns {{upTo: (n: number) => number, between: (least: number, most: number) => number, chance: (share: number) => boolean,
 *   pick: (list: readonly unknown[]) => any, times: (count: number, make: (n: number) => any) => any[]}} `upTo(n)`: 0 to n - 1.
 */
export function chooser(seed, family, index) {
  const next = random(hash(`${seed}/${family}/${index}`))
  const upTo = most => Math.floor(next() * most)
  return {
    upTo,
    between: (least, most) => least + upTo(most - least + 1),
    chance: share => next() < share,
    pick: list => list[upTo(list.length)],
    times: (count, make) => Array.from({length: count}, (_, each) => make(each)),
  }
}

// FNV-1a.
function hash(text) {
  let value = 0x811c9dc5
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193)
  return value
}
