// Seeded mutations of documents.

const MOST_LINES = 70

/** What stands before the first main section, and a few sections, each of a few lines. */
export function cut(text, next) {
  const parts = text.split(/^(?=## )/m)
  const first = 1 + Math.floor(next() * Math.max(1, parts.length - 1))
  const few = parts.slice(first, first + 1 + Math.floor(next() * 3))
  const lines = [parts[0], ...few].join('').split('\n')
  return `${lines.slice(0, MOST_LINES).join('\n').trimEnd()}\n`
}

/**
 * One to four mutations, one after the other. `world`: what stands in other documents, each its path and a line of it that can be
 * quoted.
 */
export function mutate(text, next, world) {
  const quoted = (each, random) => misquoted(each, random, world)
  let result = text
  for (let count = 1 + Math.floor(next() * 4); count > 0; count--)
    result = pick([...MUTATIONS, quoted, quoted], next)(result, next)
  return result
}

/** Words of another document, cited from a line where they do not stand. */
function misquoted(text, next, world) {
  const {path, line, words} = pick(world, next)
  const wrong = Math.max(1, line + Math.floor(next() * 9) - 4)
  const quotation = pick(
    [`It says so (\`${path}:${wrong}\`):\n\n> ${words}`, `> ${words}\n>\n> — [there](../${path}#L${wrong})`],
    next,
  )
  const lines = text.split('\n')
  const blank = lines.flatMap((each, index) => (each.trim() === '' ? [index] : []))
  lines.splice(blank.length > 0 ? pick(blank, next) : lines.length, 0, '', quotation, '')
  return lines.join('\n')
}

function pick(list, next) {
  return list[Math.floor(next() * list.length)]
}

const ODD = [
  'é',
  '́',
  '👩‍💻',
  '\u00A0',
  '\u2028',
  '漢字',
  '\uFFFD',
  '\\',
  '`',
  '*',
  '_',
  '[',
  ']',
  '<!--',
  '-->',
  '&amp;',
  '|',
  '~~',
  '#',
  '\t',
]

// Changes the lines that fit, else any line.
function atLine(pattern, change) {
  return (text, next) => {
    const lines = text.split('\n')
    const fitting = lines.flatMap((line, index) => (pattern.test(line) ? [index] : []))
    if (fitting.length === 0) return text
    const at = pick(fitting, next)
    lines.splice(at, 1, ...[change(lines[at], next)].flat())
    return lines.join('\n')
  }
}

function inLine(line, put, next) {
  const at = Math.floor(next() * (line.length + 1))
  return line.slice(0, at) + put + line.slice(at)
}

const ANY = /^/
const FENCE = /^\s*(?:`{3,}|~{3,})/
const HEADING = /^#{1,6} /
const ROW = /^\|.*\|/
const LINK = /\]\((?:\.\.\/)?research\//
const OPEN = ['```', '```markdown', '```md', '```bash', '~~~', '````', '````markdown', '> ```', '  ```ts']

const MUTATIONS = [
  atLine(ANY, () => []),
  atLine(ANY, line => [line, line]),
  atLine(ANY, (line, next) => inLine(line, pick(ODD, next), next)),
  (text, next) => {
    const lines = text.split('\n')
    const [a, b] = [Math.floor(next() * lines.length), Math.floor(next() * lines.length)]
    ;[lines[a], lines[b]] = [lines[b], lines[a]]
    return lines.join('\n')
  },
  atLine(FENCE, () => []),
  atLine(FENCE, (line, next) => (next() < 0.5 ? `${line.trimEnd()}\`` : line.replace(/^(\s*)`{3}`/, '$1```'))),
  atLine(ANY, (line, next) => [pick(OPEN, next), line]),
  atLine(ANY, (line, next) => [
    '```markdown',
    '# Shown',
    '',
    '```bash',
    'run',
    '```',
    '',
    line,
    '```',
    ...(next() < 0.3 ? ['```'] : []),
  ]),
  atLine(HEADING, (line, next) => line.replace(/\d+/, number => String(Number(number) + 1 + Math.floor(next() * 2)))),
  atLine(HEADING, (line, next) => [
    line,
    '',
    'Text.',
    '',
    line.replace(/\d+(?=\D*$)/, number => String(Number(number) + Math.floor(next() * 2))),
  ]),
  atLine(HEADING, () => []),
  atLine(HEADING, (line, next) => line.replace(/[a-z](?=[a-z]*$)/, next() < 0.5 ? '' : 'x')),
  atLine(ROW, (line, next) => inLine(line, pick(['|', '`a | b`', '`|`', '``|``', '\\|'], next), next)),
  atLine(ROW, (line, next) => `${line} ${pick(['`x | y` |', 'more |', '|'], next)}`),
  atLine(/^\| *:?-{2,}/, (line, next) => (next() < 0.5 ? `${line} --- |` : line.replace(/\|[^|]*\|$/, '|'))),
  atLine(LINK, line => line.replace(/\]\(\.\.\/research\//, '](research/')),
  atLine(LINK, (line, next) =>
    line.replace(
      /(\]\([^)#]*\/)([^/)#]+\.md)/,
      (_, folder, name) => `${folder.replace(/docs\/$/, next() < 0.5 ? '' : 'old/')}${name}`,
    ),
  ),
  atLine(LINK, (line, next) =>
    line.replace(
      /(\.md)(?=\))/,
      `$1#${pick(['executive-summary', '1-executive-summary', 'summary', 'research-question'], next)}`,
    ),
  ),
  atLine(
    /^\| *Status/i,
    (_line, next) =>
      `| Status | ${pick(['Draft', 'In Review', 'Approved', '**Draft**', 'draft', 'Draft, for now', 'Implemented'], next)} |`,
  ),
  atLine(ANY, (line, next) => [
    line,
    '',
    `See §${1 + Math.floor(next() * 9)}.${1 + Math.floor(next() * 3)} and [there](#${1 + Math.floor(next() * 9)}-goals-and-non-goals).`,
    '',
  ]),
  atLine(/^\s*[-*] /, (line, next) =>
    line.replace(
      /^(\s*[-*] )(?:\[.\] )?(.*)$/,
      (_, mark, words) => `${mark}[ ] ${pick([`~~${words}~~`, `Resolved: ${words}`, words], next)}`,
    ),
  ),
  (text, next) =>
    `${text}\n## ${pick(['', '9. '], next)}Open Questions\n\n- [ ] ~~Which?~~ This.\n- [ ] **Resolved:** yes\n`,
  text => text.replace(/\n/g, '\r\n'),
  (text, next) => text.replace(/\n/g, () => (next() < 0.1 ? '\r\n' : '\n')),
  text => text.replace(/\r?\n/g, '\r'),
  text => (text.startsWith('\uFEFF') ? text : `\uFEFF${text}`),
  text => text.replace(/[\r\n]+$/, ''),
  text => `${text}\n\n\n`,
  (text, next) => text.slice(0, Math.floor(next() * text.length)),
  text =>
    text
      .split('\n')
      .map(line => `> ${line}`)
      .join('\n'),
]
