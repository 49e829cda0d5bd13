import type {MetadataRow, Template} from '../../template/index.js'

type Rows = readonly MetadataRow[]

/**
 * Ids of the rows that may be left out: by the template's settings, by a comment or brackets in their own lines ("(optional)",
 * `<!-- optional -->`), or by a comment in the frontmatter above them.
 */
export function optionalRows({metadata: {rows}, sections, source}: Template): ReadonlySet<string> {
  const opening = source.slice(0, sections[0]?.start)
  return new Set([
    ...rows.filter(row => row.optional || isMarked(row, opening)).map(row => row.id),
    ...rowsBelowComment(rows, opening),
  ])
}

const MARKED = /(?:<!--|#|\()[^>)]*\boptional\b/i

// From its label to the next blank line, comment, item or row: the opening ends with one, before the first heading.
function isMarked({label}: MetadataRow, opening: string): boolean {
  const lines = opening.split(/\r?\n/)
  const first = lines.findIndex(line => isLabelled(withoutSigns(line), label))
  if (first < 0) return false
  const length = lines.slice(first + 1).findIndex(line => /^\s*(?:$|[-*+|]\s|---|#)|^\S[^:]*:/.test(line))
  return MARKED.test(lines.slice(first, first + 1 + length).join(' '))
}

// "Owner" is no label of "Owner of the data: …".
function isLabelled(line: string, label: string): boolean {
  return line.startsWith(label) && /^[\s*_]*(?:$|[:|(<#])/.test(line.slice(label.length))
}

function withoutSigns(line: string): string {
  return line.replace(/^[\s|*+_-]+/, '')
}

// Of comments in YAML people take all rows below to be meant, up to the next comment. "Remove" is what they say of rows, too.
const REMOVABLE = /\b(?:optional|remove|delete)\b/i

function rowsBelowComment(rows: Rows, opening: string): string[] {
  const yaml = /^---[ \t]*\r?\n([\s\S]*?)\n---[ \t]*(?:\r?\n|$)/.exec(opening)?.[1] ?? ''
  const ids: string[] = []
  let comment = ''
  let isBelow = false
  for (const line of yaml.split(/\r?\n/)) {
    const isComment = /^\s*#/.test(line)
    if (isComment) comment = isBelow ? line : `${comment} ${line}`
    isBelow = !isComment
    const [, label] = /^([^\s#:][^:]*):/.exec(line) ?? []
    const row = label === undefined ? undefined : rows.find(row => row.label === label.trim())
    if (row && REMOVABLE.test(comment)) ids.push(row.id)
  }
  return ids
}
