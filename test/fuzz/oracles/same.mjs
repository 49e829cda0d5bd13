/** @returns {string[]} where two values, which should be the same, differ first: its way in the value, and both. */
export function differing(one, other, at = '') {
  if (Object.is(one, other)) return []
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null)
    return [`${at || '/'}: ${short(one)} and ${short(other)}`]
  for (const key of new Set([...Object.keys(one), ...Object.keys(other)])) {
    const [found] = differing(one[key], other[key], `${at}/${key}`)
    if (found !== undefined) return [found]
  }
  return []
}

const short = value => (JSON.stringify(value) ?? 'nothing').slice(0, 120)
