import type {Source} from '../facts/index.js'
import {namedBy, type Relation} from '../facts/sources/statements.js'
import {applyEdits, type Edit} from '../fixes/index.js'
import {encodePath, LimitError, nameOf, relativePath, rethrowUnless} from '../text/index.js'
import {dayText} from './edit/days.js'
import {rowEdits} from './edit/insert.js'
import {linkEdits} from './edit/link.js'
import {type Reading, readingOf} from './edit/reading.js'
import {sideEffect} from './edit/verify.js'
import {noteOf, type StatusWords, statusText} from './edit/words.js'
import {valueEdits} from './edit/write.js'

/** What a document's metadata is to say. */
export interface Wanted {
  /** `name`: in full. `note`: words behind it, on one line. `successor`: a document that is named behind it, and the word between. */
  status?: NewStatus
  /** The day of the last update, `yyyy-mm-dd`. */
  day?: string
  /** Documents that take its place, or whose place it takes; relative to the root. */
  links?: readonly {relation: Relation; path: string}[]
}

export interface NewStatus {
  name: string
  note?: string
  successor?: {word: string; path: string}
}

/** A text with its metadata changed, or why that cannot be done by edits. */
export type Changed =
  | {
      ok: true
      text: string
      /** Words behind the former status, which went with it. */
      lost?: string
      /** The day that was written. */
      day?: string
      /** The place in the old text of an offset in the new one. */
      back(offset: number): number
    }
  | {ok: false; reason: string}

/**
 * Changes the metadata of a document by text edits, and verifies what came of them: the text, parsed again, says what it was to
 * say, and nothing else than before.
 */
export function changed(text: string, source: Source, wanted: Wanted): Changed {
  try {
    return changedWithin(text, source, wanted)
  } catch (error) {
    // It could be read as it is; what is written into it may be too much.
    rethrowUnless(error, LimitError)
    return {ok: false, reason: `with that ${error.message}`}
  }
}

function changedWithin(text: string, source: Source, wanted: Wanted): Changed {
  const before = readingOf(text, source)
  const meant = new Set<string>()
  const draft: Draft = {text, reading: before, moves: []}
  const step = (id: string, edits: readonly Edit[]): void => {
    meant.add(id)
    draft.text = applyEdits(draft.text, edits)
    draft.moves.push(edits)
    draft.reading = readingOf(draft.text, source)
  }
  const lost = before.metadata.status?.note
  if (wanted.status) {
    const edits = statusEdits(before, wanted.status)
    if (!edits) return {ok: false, reason: 'there is no metadata that a row for the status could be added to'}
    step('status', edits)
  }
  const {day: today} = wanted
  const day = today === undefined ? undefined : dayText(draft.reading, today)
  if (today !== undefined && day?.type === 'write') {
    step(day.id, valueEdits(draft.reading, day.row, day.content))
    if (dayText(draft.reading, today).type !== 'kept')
      return {ok: false, reason: `the row "${day.row.label}" would not read "${today}"`}
  }
  for (const {relation, path} of wanted.links ?? []) {
    const edits = linkEdits(draft.reading, relation, path)
    if (!edits) return {ok: false, reason: `there is no place for a row "${labelOf(before, relation)}"`}
    if (edits.length > 0) step(relation, edits)
  }

  const wrong = unsaid(draft.reading, wanted) ?? sideEffect(before, draft.reading, meant)
  if (wrong !== undefined) return {ok: false, reason: wrong}
  return {
    ok: true,
    text: draft.text,
    ...(wanted.status && lost !== undefined && {lost}),
    ...(day?.type === 'write' && wanted.day !== undefined && {day: wanted.day}),
    back: offset => draft.moves.reduceRight((at, edits) => backOver(edits, at), offset),
  }
}

interface Draft {
  text: string
  reading: Reading
  moves: (readonly Edit[])[]
}

function statusEdits(reading: Reading, status: NewStatus): Edit[] | undefined {
  const {document, forms, metadata} = reading
  const row = metadata.status
  const words = wordsOf(status, document.path)
  if (row) {
    const written = document.text.slice(row.position.start.offset, row.position.end.offset)
    return valueEdits(reading, row, statusText(row, written.trim(), words))
  }
  const form = forms.find(({id}) => id === 'status')
  return form && rowEdits(reading, form, source => statusText({source, value: ''}, '', words))
}

function wordsOf({name, note, successor}: NewStatus, path: string): StatusWords {
  const link = successor && {name: nameOf(successor.path), path: encodePath(relativePath(path, successor.path))}
  return {
    name,
    ...(note !== undefined && {note}),
    ...(successor && link && {successor: {word: successor.word, ...link}}),
  }
}

/** What the document does not say though it should. */
function unsaid({document, forms, metadata}: Reading, {status, links = []}: Wanted): string | undefined {
  const row = metadata.status
  if (status) {
    if (row?.name !== status.name || row.known !== true)
      return `the status would read "${row?.value ?? ''}", not "${status.name}"`
    const note = noteOf(row.source, wordsOf(status, document.path))
    const read = row.note ?? ''
    if (read !== note) return `the words behind the status would read "${read}", not "${note}"`
  }
  for (const {relation, path} of links) {
    const row = metadata[relation]
    const written = row ? document.text.slice(row.position.start.offset, row.position.end.offset) : ''
    if (!namedBy([written], document.path, {specs: [path], research: [], entries: new Map()}).includes(path))
      return `the row "${labelOf({forms}, relation)}" would not name "${path}"`
  }
  return undefined
}

function labelOf({forms}: Pick<Reading, 'forms'>, relation: Relation): string {
  return forms.find(({id}) => id === relation)?.label ?? relation
}

/** Where an offset was before some edits: in what they wrote, where that begins. */
function backOver(edits: readonly Edit[], offset: number): number {
  let shift = 0
  for (const {range, text} of [...edits].sort((a, b) => a.range.start.offset - b.range.start.offset)) {
    const [start, end] = [range.start.offset, range.end.offset]
    if (offset < start + shift) break
    if (offset < start + shift + text.length) return Math.min(start + (offset - start - shift), end)
    shift += text.length - (end - start)
  }
  return offset - shift
}
