import type {Template} from '../template/index.js'
import type {Document} from './reading/document.js'
import {once} from './reading/once.js'
import {positionOf} from './reading/positions.js'
import type {Position, Title} from './types.js'

/** Every level-1 heading. */
export const titles = once((document: Document): Title[] =>
  document.outline
    .filter(entry => entry.level === 1)
    .map(({node, text}, index) => ({
      text,
      name: nameIn(text, document.template),
      ordinal: index + 1,
      position: positionOf(node),
    })),
)

export function title(document: Document): Title | undefined {
  return titles(document)[0]
}

/** The first title's place; else line 1, column 1. */
export function position(document: Document): Position {
  const start = document.lines.pointAt(document.lines.start(1))
  return title(document)?.position ?? {start, end: start}
}

// Authors drop what follows the "/" of a suffix, so its first part counts too.
function nameIn(text: string, template: Template | undefined): string {
  const suffix = template?.titleSuffix ?? ''
  const endings = [suffix, suffix.split(' / ')[0] ?? ''].filter(ending => ending !== '')
  const lower = text.toLowerCase()
  const ending = endings.find(known => lower === known.toLowerCase() || lower.endsWith(` ${known.toLowerCase()}`))
  return ending === undefined ? text : text.slice(0, text.length - ending.length).replace(/[\s:–—-]+$/, '')
}
