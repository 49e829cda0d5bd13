// Lines are counted here once more: an oracle that asked the product would agree with its mistakes.
/** @returns {string[]} what is wrong with the points and ranges in `value`, as places of `text`, each with its way in the value. */
export function misplaced(value, text) {
  const starts = [0, ...[...text.matchAll(/\r\n|\n|\r/g)].map(found => found.index + found[0].length)]
  return [...faultsIn(value, '', point => pointFault(point, text, starts))]
}

function* faultsIn(value, at, check) {
  if (typeof value !== 'object' || value === null) return
  if (isPoint(value)) {
    const fault = check(value)
    if (fault !== undefined) yield `${at}: ${fault}`
    return
  }
  // What is related to a message may stand in another file.
  if (typeof value.path === 'string' && isPoint(value.range?.start)) return
  yield* orderFaults(value, at)
  for (const [key, inner] of Object.entries(value)) yield* faultsIn(inner, `${at}/${key}`, check)
}

// `end`: of a range the point behind it, of a section or a fence the point where it is over.
function* orderFaults({start, end, position}, at) {
  const from = start ?? position?.start
  if (isPoint(from) && isPoint(end) && from.offset > end.offset)
    yield `${at}: starts at ${from.offset} and ends before, at ${end.offset}`
}

function pointFault({line, column, offset}, text, starts) {
  if (!Number.isInteger(offset) || offset < 0 || offset > text.length)
    return `offset ${offset} lies outside of the text, which has ${text.length} units`
  let index = starts.length - 1
  while (starts[index] > offset) index--
  const mark = index === 0 && text.startsWith('\uFEFF') ? Math.min(1, offset) : 0
  const expected = {line: index + 1, column: offset - starts[index] + 1 - mark}
  if (line === expected.line && column === expected.column) return undefined
  return `${line}:${column} is not the place of offset ${offset}, which is ${expected.line}:${expected.column}`
}

const isPoint = value =>
  typeof value === 'object' && value !== null && 'line' in value && 'column' in value && 'offset' in value
