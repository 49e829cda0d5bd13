// What an input is, not what it holds.
const FIXED = new Set(['subject'])

/**
 * Makes an input smaller for as long as `holds` is true of it: members, items, lines and then signs are taken out, in ever smaller
 * parts. Any value of JSON will do.
 *
 * @param {unknown} input
 * @param {(smaller: any) => Promise<boolean>} holds Whether the fault still shows.
 * @param {{trials?: number}} [options] How often `holds` is asked at the most; 500 unless told.
 * @example await reduce({text: 'aXb'}, async ({text}) => text.includes('X')) // {text: 'X'}
 */
export async function reduce(input, holds, {trials = 500} = {}) {
  let left = trials
  const still = async smaller => left-- > 0 && holds(smaller)
  let now = input
  for (let before; before !== JSON.stringify(now) && left > 0; ) {
    before = JSON.stringify(now)
    for (const way of waysIn(now)) now = await smallerAt(now, way, still)
  }
  return now
}

/** Ways to all that can be made smaller, outermost first. */
function waysIn(value, way = []) {
  if (typeof value === 'string') return value === '' ? [] : [way]
  if (typeof value !== 'object' || value === null) return []
  const inner = Object.entries(value).filter(([key]) => !FIXED.has(key))
  return [way, ...inner.flatMap(([key, each]) => waysIn(each, [...way, key]))]
}

async function smallerAt(whole, way, still) {
  const value = way.reduce((at, key) => at?.[key], whole)
  let now = whole
  for (const {parts, join} of cutsOf(value)) {
    const here = way.reduce((at, key) => at?.[key], now)
    // Cut anew: what was cut before has changed it.
    const fresh = cutsOf(here).find(cut => cut.join === join) ?? {parts, join}
    const kept = await fewest(fresh.parts, some => still(replaced(now, way, join(some))))
    now = replaced(now, way, join(kept))
  }
  return now
}

const LINES = {of: text => text.match(/[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+/g) ?? [], join: lines => lines.join('')}
const SIGNS = {of: text => text.split(''), join: signs => signs.join('')}
const MEMBERS = {of: Object.entries, join: Object.fromEntries}
const ITEMS = {of: list => [...list], join: list => list}

function cutsOf(value) {
  const kinds =
    typeof value === 'string'
      ? [LINES, SIGNS]
      : Array.isArray(value)
        ? [ITEMS]
        : typeof value === 'object' && value !== null
          ? [MEMBERS]
          : []
  return kinds.map(({of, join}) => ({parts: of(value), join}))
}

/** Parts that are left when runs of them are taken out, long ones first, for as long as that holds. */
async function fewest(parts, holds) {
  let now = parts
  for (let size = Math.ceil(now.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < now.length; ) {
      const some = [...now.slice(0, at), ...now.slice(at + size)]
      const taken = now.slice(at, at + size)
      if (!taken.some(isFixed) && (await holds(some))) now = some
      else at += size
    }
  }
  return now
}

const isFixed = part => Array.isArray(part) && FIXED.has(part[0])

function replaced(whole, [key, ...rest], value) {
  if (key === undefined) return value
  const inner = replaced(whole[key], rest, value)
  return Array.isArray(whole) ? whole.map((each, at) => (String(at) === key ? inner : each)) : {...whole, [key]: inner}
}
