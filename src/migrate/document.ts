import type {Source} from '../facts/index.js'
import {anchorEdits} from '../fixes/headings/anchors.js'
import {isForeign} from '../fixes/headings/parent.js'
import {LimitError} from '../markdown/index.js'
import {type Template, versionsOf} from '../template/index.js'
import {append, rethrowUnless} from '../text/index.js'
import {changesBetween, deadLinks} from './changes.js'
import {commentEdits} from './comment.js'
import {type Draft, draftOf, edited} from './draft.js'
import {withAdded} from './insert.js'
import {linkTextEdits} from './link-texts.js'
import {areSound, closingEdits} from './numbers.js'
import {withoutDropped} from './remove.js'
import {renamedHeadings} from './rename.js'
import {renewalsIn, renewed} from './renew.js'
import {type Leg, routeBetween} from './route.js'
import {renamedLabels, withAddedRows, withoutDroppedRows} from './rows.js'
import type {CitedFrom, Migration, PartChange} from './types.js'

const NOT_CITED: CitedFrom = {anchors: new Set()}

/**
 * A document as another version of its template has it, by text edits that are verified: each time the text is parsed again, and must
 * be read as before outside of them. What it holds of the author's own stays, byte for byte.
 *
 * @param source.kind the kind, with all versions of its template
 * @param cited what other documents cite of it: nothing of that is taken out
 */
export function migrated(text: string, source: Source, to: Template, cited: CitedFrom = NOT_CITED): Migration {
  try {
    const draft = draftOf(text, source)
    const {template} = draft.document
    if (template === undefined) return {ok: false, reason: 'its kind has no template'}
    const barred = barOf(draft)
    if (barred !== undefined) return {ok: false, reason: barred}
    const legs = routeBetween(versionsOf(source.kind), template, to)
    const parts: PartChange[] = []
    let current: Draft | undefined = draft
    for (const leg of legs) {
      const next: ReturnType<typeof over> = current && over(current, leg, cited)
      if (next) append(parts, next.parts)
      current = next?.draft
    }
    if (!current) return {ok: false, reason: unreadReason(draft, to)}
    const dead = deadLinks(current) > deadLinks(draft)
    if (dead) return {ok: false, reason: 'a link to one of its own headings would lead nowhere'}
    return {
      ok: true,
      text: current.text,
      from: template.version,
      parts: inOneStep(parts),
      ...changesBetween(draft, current),
    }
  } catch (error) {
    rethrowUnless(error, LimitError)
    return {ok: false, reason: error.message}
  }
}

/** Why a document cannot be brought to any version. */
function barOf({document, facts}: Draft): string | undefined {
  const {madeFrom} = document
  const wrong = madeFrom.find(({state}) => state === 'unknown' || state === 'unreadable' || state === 'older')
  if (wrong?.state === 'older')
    return `it was made from "${wrong.text}", whose template is not kept: add that to the kind's list of templates`
  if (wrong) return `"${wrong.text}" is no version that is known: correct the comment`
  return isForeign(facts) ? 'it has neither metadata nor sections of its template' : undefined
}

function unreadReason(draft: Draft, to: Template): string {
  return edited(draft, commentEdits(draft, to))?.document.template === to
    ? 'what surrounds its headings or rows would be read otherwise with their new names'
    : 'no comment can be put at its end: a fence, a comment or HTML there is not closed'
}

/** From one version to the next one. */
function over(start: Draft, {from, to, pairs}: Leg, cited: CitedFrom): {draft: Draft; parts: PartChange[]} | undefined {
  const sound = areSound(start)
  const rows = withoutDroppedRows(start, pairs.rows)
  const dropped = withoutDropped(rows.draft, pairs.sections, {from, cited})
  const old = sound ? closed(dropped.draft) : dropped.draft
  const renewals = renewalsIn(old, pairs.sections, {from, to, cited})

  const headings = renamedHeadings(old, pairs.sections)
  const labels = renamedLabels(old, pairs.rows)
  const edits = [
    ...headings.edits,
    ...linkTextEdits(old, headings.renamings),
    ...labels.edits,
    ...commentEdits(old, to),
  ]
  const read = edited(old, [...edits, ...anchorEdits(edits, old.facts, old.text)], headings.regions)
  if (read?.document.template !== to || levelsOf(read) !== levelsOf(old)) return undefined

  const fresh = renewed(read, renewals, {to, moves: read.moves.slice(old.moves.length)})
  const addedRows = withAddedRows(fresh.draft, pairs.rows)
  const added = withAdded(addedRows.draft, pairs.sections, to)
  const end = sound ? closed(added.draft) : added.draft
  const parts = [rows, labels, addedRows, dropped, headings, fresh, added].flatMap(step => step.parts)
  return {draft: end, parts}
}

function closed(draft: Draft): Draft {
  return edited(draft, closingEdits(draft)) ?? draft
}

function levelsOf({document}: Draft): string {
  return document.outline.map(({level}) => level).join(' ')
}

// What one step renames the next one may rename again: what counts is what it was and what it is. What stays, stays at each step.
function inOneStep(parts: readonly PartChange[]): PartChange[] {
  const joined: PartChange[] = []
  for (const part of parts) {
    const before = joined.find(
      each => each.part === part.part && (each.to ?? each.name) === part.name && each.change !== 'kept',
    )
    if (before?.change === 'renamed' && part.change === 'renamed' && part.to !== undefined) before.to = part.to
    else if (before?.change === 'added' && part.change === 'renamed' && part.to !== undefined) before.name = part.to
    else if (before?.change === 'added' && part.change === 'removed') joined.splice(joined.indexOf(before), 1)
    else if (!joined.some(each => isSame(each, part))) joined.push({...part})
  }
  return joined.filter(({change, name, to}) => change !== 'renamed' || name !== to)
}

function isSame(one: PartChange, other: PartChange): boolean {
  const isTold = one.change === 'kept' || one.change === 'renewed'
  return isTold && one.change === other.change && one.part === other.part && one.name === other.name
}
