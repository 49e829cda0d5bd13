// The first difference between two trees, in words; undefined where they are equal. What is undefined counts as absent, as in JSON.
export function difference(left, right, path = 'root') {
  for (const key of new Set([...Object.keys(left), ...Object.keys(right)])) {
    if (key === 'children') continue
    const [one, other] = [JSON.stringify(left[key]), JSON.stringify(right[key])]
    if (one !== other && !equal(left[key], right[key])) return `${path} ${key}: ${one} and ${other}`
  }
  const [ours, theirs] = [left.children ?? [], right.children ?? []]
  if (ours.length !== theirs.length) return `${path}: ${ours.length} children and ${theirs.length}`
  for (const [index, child] of ours.entries()) {
    const found = difference(child, theirs[index], `${path} > ${child.type}[${index}]`)
    if (found !== undefined) return found
  }
  return undefined
}

// Keys may stand in another order.
function equal(left, right) {
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return left === right
  const keys = new Set([...Object.keys(left), ...Object.keys(right)])
  return [...keys].every(key => equal(left[key], right[key]))
}

/** The shortest text that is left when lines and signs are taken out for as long as `holds` does. */
export function shortest(text, holds) {
  let now = text
  for (let size = Math.ceil(now.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2))
    for (let at = now.length - size; at >= 0; at--) {
      const shorter = now.slice(0, at) + now.slice(at + size)
      if (holds(shorter)) now = shorter
    }
  return now
}
