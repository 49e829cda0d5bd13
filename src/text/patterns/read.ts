import {type Node, PatternError} from './tree.js'

// Each group in another takes a call of this file's.
const MOST_GROUPS = 100

const SIGN =
  /\\(?:u\{[^}]*\}|u[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|c[A-Za-z]|[pP]\{[^}]*\}|.)|\[(?:\\.|[^\]\\])*\]|./suy
const QUANTIFIER = /(?:[*+?]|\{(\d+)(,(\d*))?\})(\??)/y
const GROUP = /\((?:\?(?:(<?[=!])|:|<[^>=!]*>))?/y

/**
 * Reads a regular expression that is valid with the flag "u".
 * @throws PatternError for what cannot be looked for in time that grows with the text alone.
 */
export function readPattern(source: string): Node {
  let at = 0

  // The match and its groups; "" where there is none.
  const take = (pattern: RegExp): readonly [string, ...(string | undefined)[]] => {
    pattern.lastIndex = at
    const [text, ...groups] = pattern.exec(source) ?? ['']
    at += text.length
    return [text, ...groups]
  }

  const choice = (depth: number): Node => {
    const nodes = [sequence(depth)]
    while (source[at] === '|') {
      at++
      nodes.push(sequence(depth))
    }
    return nodes.length === 1 && nodes[0] ? nodes[0] : {type: 'choice', nodes}
  }

  const sequence = (depth: number): Node => {
    const nodes: Node[] = []
    while (at < source.length && source[at] !== '|' && source[at] !== ')') nodes.push(repeated(atom(depth)))
    return nodes.length === 1 && nodes[0] ? nodes[0] : {type: 'sequence', nodes}
  }

  const repeated = (node: Node): Node => {
    const start = at
    const [text, least, comma, most, lazy] = take(QUANTIFIER)
    if (text === '') return node
    const [min, max] = text.startsWith('{')
      ? [Number(least), comma === undefined ? Number(least) : most ? Number(most) : Number.POSITIVE_INFINITY]
      : [text.startsWith('+') ? 1 : 0, text.startsWith('?') ? 1 : Number.POSITIVE_INFINITY]
    return {type: 'repeat', node, min, max, greedy: lazy === '', at: start}
  }

  const atom = (depth: number): Node => {
    if (source[at] === '(') return group(depth)
    const start = at
    const [text] = take(SIGN)
    if (/^\\(?:[1-9]|k)/.test(text)) {
      throw new PatternError(
        `expected none that refers back to a group ("${text}" at ${start + 1}): it could take for ever on some texts`,
      )
    }
    if (text === '^' || text === '$' || text === '\\b' || text === '\\B') return {type: 'border', source: text}
    return {type: 'sign', source: text}
  }

  const group = (depth: number): Node => {
    const start = at
    const [opener, look] = take(GROUP)
    if (opener === '(' && source[at] === '?') {
      throw new PatternError(`expected one without flags of its own ("(${source.slice(at, at + 2)}" at ${start + 1})`)
    }
    if (depth >= MOST_GROUPS) {
      throw new PatternError(`expected groups of at most ${MOST_GROUPS} levels (the next begins at ${start + 1})`)
    }
    const node = choice(depth + 1)
    at++
    return look === undefined ? node : {type: 'look', node, behind: look.startsWith('<'), negative: look.endsWith('!')}
  }

  return choice(0)
}
