import type {Template} from '../template/index.js'
import {trimmedEnd} from '../text/index.js'
import {metadata} from './metadata/index.js'
import type {Document} from './reading/document.js'
import {once} from './reading/once.js'
import {positionOf} from './reading/positions.js'
import type {Position, Title} from './types.js'

/** Every level-1 heading that opens no section. */
export const titles = once((document: Document): Title[] =>
  document.outline
    .filter((_, index) => document.sections.byHeading[index] === undefined)
    .map(({node, text}, index) => ({
      text,
      name: nameIn(text, document.template),
      ordinal: index + 1,
      position: positionOf(node),
    })),
)

/** The first of them; where the template has no title, the row of the metadata that bears the id "title". */
export function title(document: Document): Title | undefined {
  const [first] = titles(document)
  const row = first || document.template?.title !== '' ? undefined : metadata(document).title
  if (!row || row.value === '') return first
  return {text: row.value, name: row.value, ordinal: 1, position: row.position}
}

/** The first title's place; else line 1, column 1. */
export function position(document: Document): Position {
  const start = document.lines.pointAt(document.lines.start(1))
  return title(document)?.position ?? {start, end: start}
}

// Authors drop what follows the "/" of a suffix, so its first part counts too.
function nameIn(text: string, template: Template | undefined): string {
  const {titlePrefix = '', titleSuffix = ''} = template ?? {}
  const endings = [titleSuffix, titleSuffix.replace(/ \/ .*$/s, '')].filter(ending => ending !== '')
  const lower = text.toLowerCase()
  const ending = endings.find(known => lower === known.toLowerCase() || lower.endsWith(` ${known.toLowerCase()}`))
  const name = ending === undefined ? text : trimmedEnd(text.slice(0, text.length - ending.length), /[\s:–—-]/)
  const prefix = titlePrefix.trimEnd()
  const hasPrefix = prefix !== '' && name.toLowerCase().startsWith(prefix.toLowerCase())
  return (hasPrefix && name.slice(prefix.length).trim()) || name
}
