import {citation, definition} from './citations.mjs'
import {spiced} from './hostile-signs.mjs'

const WORDS = [
  'seats',
  'are',
  'counted',
  'once',
  '**twice**',
  '*never*',
  '`code`',
  'TBD',
  'TODO',
  '???',
  '[ ]',
  'N/A',
  'booking',
  '~~old~~',
  'é',
]
const INFO = ['', 'mermaid', 'ts', 'text', 'md', 'json title="x"', '`', '{.a}']

export const sentence = choose => {
  const words = choose.times(choose.between(1, 9), () => (choose.chance(0.2) ? citation(choose) : choose.pick(WORDS)))
  const text = words.join(' ')
  return choose.chance(0.05) ? spiced(choose, text) : text
}

/** Blocks of Markdown by name, each a function that returns lines. */
const BLOCKS = {
  paragraph: choose => choose.times(choose.between(1, 3), () => sentence(choose)),
  list: choose => choose.times(choose.between(1, 4), () => `${'  '.repeat(choose.upTo(3))}- ${sentence(choose)}`),
  ordered: choose =>
    choose.times(choose.between(1, 3), () => `${choose.upTo(12)}${choose.pick(['.', ')'])} ${sentence(choose)}`),
  tasks: choose =>
    choose.times(
      choose.between(1, 4),
      () => `- [${choose.pick([' ', 'x', 'X', '', '-'])}] ${choose.chance(0.8) ? sentence(choose) : ''}`,
    ),
  table,
  fence,
  quote: choose => block(choose, 1).map(line => `> ${line}`),
  nested: choose => block(choose, 1).map((line, at) => (at === 0 ? `- ${line}` : `  ${line}`)),
  waiver: choose => [
    choose.pick(['N/A: it stores nothing.', 'Not applicable because of that', 'None.', 'N/A', 'None - so', 'n/a: x']),
  ],
  drawing: () => ['```', '┌───┐ → ┌───┐', '│ a │ ← │ b │', '└───┘   └───┘', '```'],
  exception: choose => [
    `<!-- spec-lint-disable-${choose.pick(['next-line', 'section', 'file', 'line', ''])} ${choose.pick(['unset-value', 'residue, dead-citation', '', 'no-such-rule'])}${choose.pick([': agreed', ':', '', ': \u202e'])} -->`,
  ],
  index: choose => [
    `<!-- spec-list: begin ${choose.pick(['', 'status=draft', 'columns=titel', 'sort=-updated columns=title,status', 'kind'])} -->`,
    ...(choose.chance(0.7) ? table(choose) : []),
    ...(choose.chance(0.8) ? ['<!-- spec-list: end -->'] : []),
  ],
  question: choose => [
    `- [ ] ${sentence(choose)} <!-- question: ${choose.pick(['d183b491', 'zzz', '', '0'.repeat(40)])} -->`,
  ],
  comment: choose => [`<!-- ${sentence(choose)} ${choose.pick(['-->', '--!>', ''])}`],
  html: choose => [
    choose.pick(['<details>', '<b>', '</details>', '<img src="x.png">', '<a id="findings"></a>', '<![CDATA[', '<?x']),
  ],
  definitions: choose => choose.times(choose.between(1, 3), () => definition(choose)),
  rule: choose => [choose.pick(['---', '***', '===', '_ _ _'])],
  markers: choose => [
    choose.pick([
      '*Instruction: say so*',
      '> **Example:** so',
      '[Project Name]',
      '(Place Diagram Here)',
      '!`git config user.name`',
    ]),
  ],
}
const NAMES = Object.keys(BLOCKS)

/** Lines of one block; `depth` bounds what stands in one another. */
export function block(choose, depth = 0) {
  const name = choose.pick(NAMES)
  return depth > 0 && choose.chance(0.6) ? [sentence(choose)] : BLOCKS[name](choose)
}

function table(choose) {
  const columns = choose.between(1, 4)
  const row = cells => `|${cells.map(cell => ` ${cell} |`).join('')}`
  const count = () => (choose.chance(0.85) ? columns : choose.upTo(6))
  const cells = () => choose.times(count(), () => choose.pick(['', 'a', '`a|b`', 'a \\| b', sentence(choose)]))
  return [
    row(cells()),
    `|${choose.times(count(), () => choose.pick(['---', ':-:', '-', ' --- ', '--:'])).join('|')}${choose.pick(['|', ''])}`,
    ...choose.times(choose.upTo(4), () => row(cells())),
  ]
}

function fence(choose) {
  const sign = choose.pick(['`', '~'])
  const mark = sign.repeat(choose.between(3, 5))
  const inner = choose.chance(0.3) ? [sign.repeat(3) + choose.pick(INFO), sentence(choose)] : [sentence(choose)]
  const close = choose.chance(0.8) ? [mark.slice(choose.chance(0.9) ? 0 : 1)] : []
  return [`${' '.repeat(choose.upTo(5))}${mark}${choose.pick(INFO)}`, ...inner, ...close]
}
