import {spiced} from './hostile-signs.mjs'

const STARTS = [
  '> ',
  '- ',
  '  ',
  '    ',
  '1. ',
  '\t',
  '# ',
  '### ',
  '| ',
  '```',
  '~~~~',
  '- [ ] ',
  '[^r1]: ',
  '[R1]: ',
  '<!-- ',
]
const PIECES = [
  '|',
  '`',
  '``',
  '```',
  '*',
  '**',
  '_',
  '~~',
  '[',
  ']',
  '](',
  ')',
  '<',
  '>',
  '<!--',
  '-->',
  '\\',
  '&amp;',
  '#',
  ':12-40',
]
const LINES = [
  '```',
  '~~~',
  '````md',
  '```mermaid',
  '> quoted',
  '| a | b |',
  '|---|---|',
  '---',
  '===',
  '',
  '<!--',
  '-->',
  '<details>',
  '[R1]: x.md',
  '[^r1]: see `src/a.ts:1-3`',
  '# Another',
  '## 9. Open Questions',
  '- [ ] why?',
  'N/A: nothing to say.',
  'TBD',
  '<!-- spec-lint-disable-section residue: so -->',
  '<!-- spec-list: begin -->',
  '<!-- spec-list: end -->',
  '<!-- spec: rfc v2 -->',
]

/** Ways to change a document that is a list of lines; each returns another list. */
const WAYS = {
  cut: (choose, lines) => without(lines, choose.upTo(lines.length), choose.between(1, 5)),
  double: (choose, lines) => {
    const at = choose.upTo(lines.length)
    return put(lines, at, lines.slice(at, at + choose.between(1, 6)))
  },
  splice: (choose, lines, documents) => put(lines, choose.upTo(lines.length + 1), piece(choose, documents, 8)),
  swap: (choose, lines) => {
    const [one, other] = [choose.upTo(lines.length), choose.upTo(lines.length)]
    return lines.map((line, at) => (at === one ? lines[other] : at === other ? lines[one] : line))
  },
  indent: (choose, lines) => {
    const [from, count, start] = [choose.upTo(lines.length), choose.between(1, 6), choose.pick(STARTS)]
    return lines.map((line, at) => (at >= from && at < from + count ? start + line : line))
  },
  outdent: (choose, lines) => {
    const from = choose.upTo(lines.length)
    return lines.map((line, at) => (at >= from && at < from + 4 ? line.trimStart() : line))
  },
  insert: (choose, lines) => put(lines, choose.upTo(lines.length + 1), [choose.pick(LINES)]),
  piece: (choose, lines) =>
    change(choose, lines, line => {
      const at = choose.upTo(line.length + 1)
      return line.slice(0, at) + choose.pick(PIECES) + line.slice(at + choose.upTo(3))
    }),
  spice: (choose, lines) => change(choose, lines, line => spiced(choose, line, 2)),
  number: (choose, lines) => change(choose, lines, line => line.replace(/\d+/, () => String(choose.upTo(20)))),
  stop: (choose, lines) => lines.slice(0, choose.between(1, lines.length)),
}
const NAMES = Object.keys(WAYS)
const ENDINGS = ['\r\n', '\r', '\n']

/** A mutation of one of these documents: most often some lines of it, changed in a few ways, with other line endings at times. */
export function mutated(choose, documents) {
  const lines = part(choose, choose.pick(documents))
  let made = lines
  for (let left = choose.between(1, 6); left > 0; left--)
    made = WAYS[choose.pick(NAMES)](choose, made.length === 0 ? [''] : made, documents)
  const ending = choose.chance(0.15) ? () => choose.pick(ENDINGS) : () => '\n'
  const text = made.map((line, at) => (at === made.length - 1 ? line : line + ending())).join('')
  return (
    (choose.chance(0.05) ? '\uFEFF' : '') + (choose.chance(0.9) ? text : text.slice(0, choose.upTo(text.length + 1)))
  )
}

// The head has the metadata: without it most rules have nothing to look at.
function part(choose, lines) {
  if (choose.chance(0.02)) return lines
  const head = choose.chance(0.6) ? lines.slice(0, choose.between(5, 16)) : []
  return [...head, ...choose.times(choose.between(1, 3), () => slice(choose, lines, 14)).flat()]
}

const piece = (choose, documents, most) => slice(choose, choose.pick(documents), most)

function slice(choose, lines, most) {
  const from = choose.upTo(lines.length)
  return lines.slice(from, from + choose.between(1, most))
}

const put = (lines, at, more) => [...lines.slice(0, at), ...more, ...lines.slice(at)]
const without = (lines, at, count) => [...lines.slice(0, at), ...lines.slice(at + count)]

function change(choose, lines, how) {
  const at = choose.upTo(lines.length)
  return lines.map((line, each) => (each === at ? how(line) : line))
}
