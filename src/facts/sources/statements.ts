import {citedIn} from '../../research/cited-by.js'
import {slug} from '../../text/index.js'
import type {World} from '../../workspace/index.js'
import {frontmatterOf} from '../metadata/frontmatter.js'
import {metadata} from '../metadata/index.js'
import type {Document} from '../reading/document.js'
import {endOf, positionOf, startOf} from '../reading/positions.js'
import {isUnset} from '../reading/standing.js'
import type {Position} from '../types.js'
import {stateOf} from './states.js'

/** Rows by which a document says what it replaces, and what replaces it. */
export type Relation = 'supersedes' | 'superseded-by'

// Beside the rows: a line such as "**Supersedes:** a.md" below the title.
const LABELS: Readonly<Record<Relation, RegExp>> = {
  supersedes: /^supersedes\s*:\s*/i,
  'superseded-by': /^superseded by\s*:\s*/i,
}

/** What is said of a relation, as written, and where. */
export interface Statement {
  text: string
  position: Position
}

/** What a document says of a relation before its first section. */
export function statementsOf(document: Document, relation: Relation): Statement[] {
  const rows = [metadata(document)[relation], frontmatterRow(document, relation)]
  const stated = rows.flatMap((row): Statement[] =>
    row ? [{text: textAt(document, row.position), position: row.position}] : [],
  )
  const sections = document.sections.roots[0]?.start ?? document.text.length
  for (const {node, text} of document.blocks) {
    if (startOf(node) >= sections) break
    if (node.type === 'paragraph' && LABELS[relation].test(text))
      stated.push({text: document.text.slice(startOf(node), endOf(node)), position: positionOf(node)})
  }
  return stated.filter(({text}) => !saysNothing(text))
}

/** What the status says of a successor, as written: "Superseded by [b](b.md)"; undefined where it speaks of none. */
export function statementOfStatus(document: Document): string | undefined {
  const row = metadata(document).status
  const value = row?.value || frontmatterStatus(document)
  if (value === undefined || !namesSuccessor(value)) return undefined
  // A link names its document in what the cell's text leaves out.
  return row?.value ? textAt(document, row.position) : value
}

/** Whether the document that a status names, if it names one, takes the place of this one. */
export function namesSuccessor(status: string): boolean {
  return stateOf(status) === 'superseded' || /\b(?:superseded|replaced) by\b|\bin favou?r of\b/i.test(status)
}

/** The status that the frontmatter gives, whatever the template's form. */
export function frontmatterStatus(document: Document): string | undefined {
  return frontmatterOf(document)?.rows.find(({label}) => /^status$/i.test(label))?.value
}

/** The documents that it names there. One of which only a part is replaced is none of them. */
export function namedBy(statements: readonly string[], path: string, world: World): string[] {
  const whole = statements.filter(text => !isPartial(text))
  if (whole.length === 0) return []
  return [...citedIn(whole.join('\n'), path, [...world.research, ...world.specs])]
}

/** Whether only a part is replaced. */
export function isPartial(text: string): boolean {
  return PART.test(text)
}

const PART = /\b(?:part|parts|partly|partially|portions?|sections?)\b|§/i

/** Whether a row is blank, or says that there is nothing to say. */
export function saysNothing(text: string): boolean {
  const words = text.replace(/[*_`]/g, '').trim()
  return !/[\p{L}\p{N}]/u.test(words) || isUnset(words) || /^(?:n\/?a|none|nothing|not applicable|no)\b/i.test(words)
}

// Where the template has its metadata in a table the frontmatter may still say so.
function frontmatterRow(document: Document, relation: Relation): {position: Position} | undefined {
  return frontmatterOf(document)?.rows.find(row => slug(row.label) === relation)
}

function textAt({text}: Document, {start, end}: Position): string {
  return text.slice(start.offset, end.offset)
}
