// Documents on which two engines may differ, made from a seed: signs of Markdown strung together, examples of CommonMark cut and
// joined, lines of real documents shuffled. The same seed gives the same documents.

const PIECES = [
  '# ',
  '## h',
  '- ',
  '* ',
  '+ ',
  '1. ',
  '2) ',
  '> ',
  '```',
  '~~~',
  '    ',
  '\t',
  ' ',
  '  ',
  '\n',
  '\n',
  '\n',
  '\n\n',
  'a',
  'b c',
  'word',
  '*',
  '**',
  '_',
  '__',
  '~~',
  '~',
  '`',
  '``',
  '[',
  '](',
  '](x.md)',
  ']',
  ')',
  '(',
  '<',
  '>',
  '<b>',
  '<!--',
  '-->',
  '&amp;',
  '&#35;',
  '\\',
  '|',
  '|-|',
  '| a | b |',
  '|---|---|',
  '---',
  '===',
  '[^1]',
  '[^1]: ',
  '[x]: y',
  '[x]',
  '[ ] ',
  '[x] ',
  '- [ ] ',
  '- [x] a',
  '!',
  '![',
  'http://a.b',
  'www.a.b',
  'a@b.c',
  'é',
  '😀',
  '\r\n',
  '\r',
  ':',
  '"',
  "'",
  '<div>',
  '</div>',
  '<a href="x">',
  '\u00A0',
  '{',
  '}',
  '$',
  '=',
  '.',
  '0',
  '%',
  '^',
  '#',
  ' #',
  '/',
  '?',
  ';',
  '\0',
  '\u2028',
  '\v',
  '\f',
  '\u200B',
  '文',
  '<pre>',
  '<script>',
  '<?',
  '<![CDATA[',
  ']]>',
  '&nbsp;',
  '\\\n',
  '  \n',
]
const CONTAINERS = ['> ', '- ', '  ', '    ', '1. ']
const INDENTS = ['  ', '    ', '> ', '- ', '1. ', '\t']

/** One document: of pieces, of `examples`, or of lines of `documents` (where there are), by turns. */
export function documentOf(next, {examples, documents}) {
  // A half in stretches below headings: of those only the ones in doubt are read by the reference.
  if (next() < 0.5) return part(next, {examples, documents})
  return times(2 + upTo(next, 3), () => {
    const heading =
      next() < 0.8
        ? `${pick(next, ['\n\n', '\n', ''])}${'#'.repeat(upTo(next, 3))} ${pick(next, WORDS)}${pick(next, ['\n\n', '\n'])}`
        : ''
    return `${part(next, {examples, documents})}${heading}`
  }).join('')
}

const WORDS = ['a', 'B *c*', '[a]', 'x_y_', '`d`', '', 'https://a.bc', '[^a]']

function part(next, {examples, documents}) {
  const way = Math.floor(next() * (documents.length > 0 ? 3 : 2))
  if (way === 0) return pieces(next)
  return way === 1 ? joined(next, examples) : shuffled(next, documents)
}

const pick = (next, list) => list[Math.floor(next() * list.length)]
const upTo = (next, most) => 1 + Math.floor(next() * most)
const times = (count, make) => Array.from({length: count}, make)

function pieces(next) {
  return times(upTo(next, 14), () => pick(next, PIECES)).join('')
}

function joined(next, examples) {
  return times(upTo(next, 3), () => {
    const text = next() < 0.8 ? cut(next, cut(next, pick(next, examples))) : pick(next, examples)
    return next() < 0.25 ? inside(next, text) : text
  }).join('')
}

function shuffled(next, documents) {
  return times(3 + Math.floor(next() * 20), () => {
    const lines = pick(next, documents)
    const start = Math.floor(next() * lines.length)
    return lines.slice(start, start + upTo(next, 4))
  })
    .flat()
    .map(line => (next() < 0.2 ? cut(next, line) : line))
    .map(line => (next() < 0.1 ? pick(next, INDENTS) + line : line))
    .join('\n')
}

/** A piece put in, up to two signs taken out. */
function cut(next, text) {
  const at = Math.floor(next() * (text.length + 1))
  return text.slice(0, at) + pick(next, PIECES) + text.slice(at + Math.floor(next() * 3))
}

/** In a quote or an item, some lines of which have lost their mark. */
function inside(next, text) {
  const mark = pick(next, CONTAINERS)
  const later = mark === '> ' ? mark : ' '.repeat(mark.length)
  return text
    .split('\n')
    .map((line, index) => (index === 0 ? mark + line : next() < 0.8 ? later + line : line))
    .join('\n')
}
