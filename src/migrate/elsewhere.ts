import {type Citation, collect, questionsOf, resolve, type Source} from '../facts/index.js'
import {applyEdits, type Edit} from '../fixes/index.js'
import {rangesOf} from '../fixes/places.js'
import {changedBy} from '../lint/mend/shifts.js'
import {parse, sameOutside} from '../markdown/index.js'
import {nameOf} from '../text/index.js'
import type {Workspace} from '../workspace/index.js'
import type {CitedFrom, Migrated} from './types.js'

/** A document that may cite others. */
export interface OtherDocument {
  /** As all paths here relative to the root of its workspace. */
  path: string
  text: string
  kind: Source['kind']
}

/** A citation of an anchor that is another one now. */
export interface Rewritten {
  line: number
  /** The document that it means. */
  of: string
  from: string
  to: string
}

/** A place that names a heading, by its number or title or by an anchor that stands in no link, which is called otherwise now. */
export interface LeftElsewhere {
  path: string
  line: number
  text: string
  /** The document that it means. */
  of: string
}

/** Whether a text may cite one of some documents. */
export function mayCite(text: string, paths: readonly string[]): boolean {
  return paths.some(path => text.includes(nameOf(path)) || text.includes(encodeURIComponent(nameOf(path))))
}

/** What a document cites of others: their headings, by anchors or in words. */
export async function citationsIn({path, text, kind}: OtherDocument, workspace: Workspace): Promise<Citation[]> {
  const collected = collect(text, {path, kind, folders: workspace.settings})
  const {citations} = resolve(collected, await workspace.look(questionsOf(collected)))
  return citations.filter(
    ({path: target, anchor, heading}) =>
      target !== undefined && target !== path && (anchor !== undefined || heading !== undefined),
  )
}

/** What is cited of one document. */
export function citedIn(citations: readonly Citation[], path: string): CitedFrom {
  const anchors = citations.flatMap(({path: target, anchor}) =>
    target === path && anchor !== undefined ? [anchor.toLowerCase()] : [],
  )
  return {anchors: new Set(anchors)}
}

/** A document with its citations of anchors that are others now. Words that name a heading are left, and told. */
export function recited(
  {path, text}: Pick<OtherDocument, 'path' | 'text'>,
  citations: readonly Citation[],
  migrated: ReadonlyMap<string, Migrated>,
): {text: string; rewritten: Rewritten[]; left: LeftElsewhere[]} {
  const range = rangesOf(text)
  const edits = new Map<number, Edit>()
  const rewritten: Rewritten[] = []
  const left: LeftElsewhere[] = []
  for (const citation of citations) {
    const {path: of = '', anchor, heading, position, targetPosition} = citation
    const changes = migrated.get(of)
    const to = changes?.anchors.find(({from}) => from.toLowerCase() === anchor?.toLowerCase())?.to
    if (anchor !== undefined && to !== undefined) {
      const {start, end} = targetPosition ?? position
      const at = text.slice(start.offset, end.offset).indexOf(`#${anchor}`)
      if (at < 0) {
        left.push({path, line: position.start.line, text: citation.text, of})
        continue
      }
      const from = start.offset + at + 1
      // Many labels share one definition.
      if (!edits.has(from)) rewritten.push({line: start.line, of, from: anchor, to})
      edits.set(from, {range: range(from, from + anchor.length), text: to})
    } else if (
      heading !== undefined &&
      changes?.headings.some(({from}) => from.toLowerCase() === heading.toLowerCase())
    )
      left.push({path, line: position.start.line, text: citation.text, of})
  }
  const after = applyEdits(text, [...edits.values()])
  const shifts = changedBy([{fix: {title: '', safe: false, edits: [...edits.values()]}, messages: []}])
  if (edits.size === 0 || sameOutside(parse(text), parse(after), shifts)) return {text: after, rewritten, left}
  const all = rewritten.map(({line, of, from}) => ({path, line, text: `#${from}`, of}))
  return {text, rewritten: [], left: [...left, ...all]}
}
