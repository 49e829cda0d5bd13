import type {Node} from './tree.js'

// Signs that JavaScript's own engine may have to look at for each place of a text.
const MOST_LOOKED_AT = 1000

/** Whether a pattern has so few ways to match at one place that it may be looked for by going them all. */
export function isPlain(node: Node): boolean {
  const {ways, length} = waysOf(node)
  return ways * (length + 1) <= MOST_LOOKED_AT
}

/** Ways through a node, those that fail half-way among them, and the signs of the longest: what each takes. */
function waysOf(node: Node): {ways: number; length: number} {
  switch (node.type) {
    case 'sign':
      return {ways: 1, length: 1}
    case 'border':
      return {ways: 1, length: 0}
    case 'look':
      return waysOf(node.node)
    case 'sequence':
      return node.nodes
        .map(waysOf)
        .reduce((all, each) => ({ways: all.ways * each.ways, length: all.length + each.length}), {ways: 1, length: 0})
    case 'choice':
      return node.nodes
        .map(waysOf)
        .reduce((all, each) => ({ways: all.ways + each.ways, length: Math.max(all.length, each.length)}), {
          ways: 0,
          length: 0,
        })
    case 'repeat': {
      const {ways, length} = waysOf(node.node)
      const {min, max} = node
      if (max === Number.POSITIVE_INFINITY) return {ways: max, length: max}
      let sum = 0
      for (let times = min; times <= max && sum <= MOST_LOOKED_AT; times++) sum += ways ** times
      return {ways: sum, length: length * max}
    }
  }
}
