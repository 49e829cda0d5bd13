import {addressOfPath} from '../address.js'
import {pointerOfPath, whereabouts} from '../draft.js'
import type {Scene} from '../scene.js'
import type {Slice} from '../slice.js'
import type {CitationDraft} from '../types.js'
import type {Places} from './places.js'
import type {Definition, Occurrence} from './types.js'

/** A place that may define a label. */
interface Site extends Definition {
  occurrence: Occurrence
  rank: number
}

/**
 * Which of a label's occurrences defines it. Best is an entry: the label at the beginning of a line, and right behind it what
 * it stands for. Then an entry that names it later on, then a label in a sentence with a citation right behind it, then any
 * block that begins with the label: it may be a requirement or a heading that bears it, so nobody can say it were undefined.
 */
export function definitionAmong(
  scene: Scene,
  places: Places,
  occurrences: readonly Occurrence[],
): (Definition & {occurrence: Occurrence}) | undefined {
  let best: Site | undefined
  for (const occurrence of occurrences) {
    const site = siteOf(scene, places, occurrence)
    if (site !== undefined && (best === undefined || site.rank < best.rank)) best = site
  }
  return best
}

function siteOf(scene: Scene, places: Places, occurrence: Occurrence): Site | undefined {
  const {slice, bracketed, first, leading, until} = occurrence
  const site = (rank: number, draft?: CitationDraft): Site => ({
    slice: {from: slice.from, to: draft?.position.end.offset ?? slice.to},
    ...(draft && {draft}),
    firm: draft !== undefined && rank !== 2,
    occurrence,
    rank,
  })
  const right = behind(scene, places, occurrence)
  if (right !== undefined && (bracketed ? leading : first)) return site(1, right)
  if (!first) return right !== undefined && bracketed ? site(3, right) : undefined
  const later = places.within(slice.to, until)
  return later === undefined ? site(4) : site(2, later)
}

/** What stands right behind a label: "[R1] `x.md`", "**[R1]**: [words](x.md)", "| [R1] | x.md |". */
function behind(scene: Scene, places: Places, {slice, leading, until}: Occurrence): CitationDraft | undefined {
  const from = skip(leading ? /[\s*_:|=–—-]*/y : /[ \t]?[*_]{0,3}[:=]?[ \t]?/y, scene.source, slice.to)
  if (from >= until) return undefined
  return places.at(from) ?? (leading ? barePathAt(scene, from) : undefined)
}

/** What a footnote stands for: what it begins with, else what it cites first. */
export function behindNote(scene: Scene, places: Places, {from, to}: Slice): CitationDraft | undefined {
  const at = skip(/\s*/y, scene.source, scene.source.indexOf(']:', from) + 2)
  return places.at(at) ?? barePathAt(scene, at) ?? places.within(from, to)
}

function skip(gap: RegExp, source: string, from: number): number {
  gap.lastIndex = from
  gap.test(source)
  return Math.max(gap.lastIndex, from)
}

const PATH = /[^\s|`*()<>[\],;"']+\.(?:md|markdown)(?:[:#][\w,.:#–-]*\w)?/iy

function barePathAt(scene: Scene, from: number): CitationDraft | undefined {
  PATH.lastIndex = from
  const text = PATH.exec(scene.source)?.[0]
  const pointer = text === undefined ? undefined : pointerOfPath(scene, addressOfPath(text))
  if (text === undefined || pointer === undefined) return undefined
  const whole = {from, to: from + text.length}
  return {...whereabouts(scene, 'bare-path', whole, whole), ...pointer}
}
