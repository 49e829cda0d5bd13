import {fileName} from './names.mjs'

const TARGETS = [
  '../research/2026-01-05-seats.md',
  'research/2026-01-05-seats.md',
  '/research/2026-01-05-seats.md',
  './2026-01-02-search.md',
  'specs/2026-01-02-search.md',
  '2026-01-05-seats.md',
  '../src/seats.ts',
  'src/seats.ts',
  'src/gone.ts',
  'seats.ts',
  'Dockerfile',
  '../../outside.md',
  '../research/2026%2D01-05-seats.md',
  '',
]
const ANCHORS = [
  '',
  '',
  '#1-findings',
  '#findings',
  '#1-finding',
  '#L3',
  '#L3-L9',
  '#L9-L3',
  '#L0',
  '#L99999999999',
  '#%E0%A4%A',
  '#',
  '#~',
]
const LINES = [
  '',
  ':3',
  ':3-9',
  ':9-3',
  ':0',
  ':3,5,7-9',
  ':99999999999999999999',
  ':3:4',
  '-',
  ':L3-L9',
  ' (lines 3-9)',
  ', lines 3 to 4',
  ' line 5',
]
const COMMITS = ['abc1234', '0000000', 'HEAD', 'a'.repeat(40), 'v1.2.3', '1234567890']
const LABELS = ['R1', '^r1', 'R2', '^r2', '^', 'R', 'r1', '^r1]', 'R99999999999', '1', 'seats']

/** A path as documents cite it, anchor and lines included. */
const target = choose =>
  choose.chance(0.9) ? choose.pick(TARGETS) + choose.pick(ANCHORS) : fileName(choose) + choose.pick(ANCHORS)

/** A citation in one of the forms that people write; see src/facts/citations. */
const FORMS = [
  choose => `[words](${target(choose)})`,
  choose => `[src/seats.ts:3-9](${target(choose)})`,
  choose => `[a \`b\`](<${target(choose)}> "title")`,
  choose => `![drawing](${target(choose)})`,
  choose => `[words][${choose.pick(LABELS)}]`,
  choose => `![words][${choose.pick(LABELS)}]`,
  choose => `[${choose.pick(LABELS)}]`,
  choose => `[${choose.pick(LABELS)}][]`,
  choose => `\`${target(choose)}${choose.pick(LINES)}\``,
  choose => `\`${target(choose)}\`${choose.pick(LINES)}`,
  choose => `\`${choose.pick(COMMITS)}:src/seats.ts${choose.pick(LINES)}\``,
  choose => `\`book()\` (\`src/seats.ts${choose.pick(LINES)}\` at ${choose.pick(COMMITS)})`,
  choose => `${target(choose)}${choose.pick(LINES)}`,
  choose => `"export const seats = 3" (\`src/seats.ts${choose.pick(LINES)}\`)`,
  choose => `> We found three seats.\n\n(${target(choose)})`,
  choose => `<https://github.com/acme/shop/blob/${choose.pick(COMMITS)}/src/seats.ts${choose.pick(ANCHORS)}>`,
  choose => `https://github.com/acme/shop/blob/main/src/seats.ts${choose.pick(ANCHORS)}`,
  choose => `http://[::1]/${target(choose)}`,
  choose => `§${choose.upTo(9)}.${choose.upTo(4)}`,
  choose => `(Research: Section ${choose.upTo(9)}.${choose.upTo(4)})`,
  choose => `Research: Sections ${choose.upTo(9)}, ${choose.upTo(9)}.1 and ${choose.upTo(9)}`,
  choose => `see Section ${choose.upTo(12)} and §§ 1-${choose.upTo(9)}`,
  choose => `${choose.pick(COMMITS)}..${choose.pick(COMMITS)}`,
]

export const citation = choose => choose.pick(FORMS)(choose)

/** What defines a label, as a link, as a footnote and as an item of a list. */
export const definition = choose =>
  choose.pick([
    () => `[${choose.pick(LABELS)}]: ${target(choose)}`,
    () => `[${choose.pick(LABELS)}]: <${target(choose)}> "title"`,
    () => `[^r${choose.upTo(3)}]: ${citation(choose)}`,
    () => `- [${choose.pick(LABELS)}] ${citation(choose)}`,
    () => `**[R${choose.upTo(3)}]** ${citation(choose)}`,
  ])()
