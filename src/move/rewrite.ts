import {type Address, type AddressForm, addressesOf, isLink, targetOf} from '../facts/citations/addresses.js'
import {type Document, readDocument, type Source} from '../facts/reading/document.js'
import {applyEdits, type Edit} from '../fixes/index.js'
import {append} from '../text/index.js'
import type {Workspace} from '../workspace/index.js'
import {remaining} from './remaining.js'
import {after, pathAt, placeOf, type Route} from './route.js'
import {spellings} from './spelling.js'
import type {Left, LeftReason, Rewrite} from './types.js'
import {isSameBut} from './verify.js'
import {endingOf, type Hit, type Scenery} from './world.js'

/** A document that may cite what is moved, or is moved itself. */
export interface Citing {
  text: string
  /** Relative to the root of its workspace, before the move. */
  path: string
  workspace: Workspace
  /** The workspace that it belongs to after the move. */
  later: Workspace
}

/** What a document is to be. */
export interface Rewritten {
  text: string
  rewrites: Rewrite[]
  /** In order. */
  left: Left[]
}

/**
 * Writes the citations of a document anew so that each leads, after the move, to the file that it leads to now. What was written is
 * read again: every path must lead where it should, and the rest must be as it was.
 * @throws LimitError where the text is too large or too deep.
 */
export async function rewritten(citing: Citing, route: Route, scenery: Scenery): Promise<Rewritten> {
  const {text, path, workspace, later} = citing
  const document = readDocument(text, sourceAt(path, workspace))
  const newPath = pathAt(later.root, after(route, placeOf(workspace.root, path)))
  const isMoved = newPath !== path || later !== workspace
  const moved = isMoved ? readDocument(text, sourceAt(newPath, later)) : document
  const addresses = addressesOf(document)
  const laterAddresses = new Map(addressesOf(moved).map(address => [address.slice.from, address]))
  await scenery.prepare(workspace, addresses)
  await scenery.prepare(later, [...laterAddresses.values()])
  const rewriting: Rewriting = {citing, route, scenery, document, moved, isMoved}

  const wanted: Wanted[] = []
  const left: Left[] = []
  for (const address of addresses) {
    const hit = await scenery.hit(workspace, address, 'before')
    const target = hit ? after(route, hit.place) : isMoved ? deadTarget(address, workspace) : undefined
    const now = laterAddresses.get(address.slice.from)
    const then = now && (await scenery.hit(later, now, 'after'))
    if (hit === undefined && isAmbiguous(address, rewriting)) left.push(leftAt(address, document, 'ambiguous'))
    if (target === undefined) continue
    if (then?.place === target && (!hit || isAsGood(address.form, hit, then))) continue
    // What leads nowhere may come to lead somewhere by the move: that is not for a citation to follow.
    if (hit === undefined && then !== undefined) continue
    const said = {address, target, isDead: hit === undefined}
    const spelt = address.isPlaced ? await spelling(said, hit, rewriting) : undefined
    if (spelt === undefined) left.push(leftAt(address, document, 'unwritable'))
    else if (spelt !== address.written) wanted.push({...said, text: spelt})
  }

  const kept = await proven(wanted, addresses, rewriting)
  for (const each of wanted) if (!kept.includes(each)) left.push(leftAt(each.address, document, 'unwritable'))
  append(left, await remaining(document, addresses, rewriting))
  const rewrites = kept.map(each => ({
    edit: editOf(each, document),
    form: each.address.form,
    written: each.address.written,
  }))
  const edits = rewrites.map(({edit}) => edit)
  return {text: applyEdits(text, edits), rewrites, left: left.sort((a, b) => a.line - b.line)}
}

interface Rewriting {
  citing: Citing
  route: Route
  scenery: Scenery
  document: Document
  /** The same text, read at the new place. */
  moved: Document
  isMoved: boolean
}

interface Said {
  address: Address
  /** The place that it is to lead to. */
  target: string
  /** It leads nowhere, and is to do so from another folder. */
  isDead: boolean
}

interface Wanted extends Said {
  text: string
}

function sourceAt(path: string, {settings}: Workspace): Source {
  return {path, kind: {name: ''}, folders: settings}
}

// A link that leads to its file only from the root, or only as the end of a path, is dead where it is rendered.
function isAsGood(form: AddressForm, was: Hit, is: Hit): boolean {
  if (is.from === was.from || is.from === 'file') return true
  return !isLink(form) && is.from !== 'short'
}

// A relative link that leads nowhere: seen from the new folder it is to lead to the same nowhere. What a code span means by a path
// that is not there, from its folder or from the root, nobody can say.
function deadTarget({form, path: written, candidates}: Address, {root}: Workspace): string | undefined {
  if (!isLink(form) || written.startsWith('/')) return undefined
  const near = candidates.find(({from}) => from === 'file')
  return near && placeOf(root, near.path)
}

// A name that leads nowhere because several bear it, one of them what is moved.
function isAmbiguous({path, candidates, name, mayBeShort}: Address, {route, citing}: Rewriting): boolean {
  if (name === undefined && !mayBeShort) return false
  const ending = endingOf(path)
  const isNamed = candidates.some(each => placeOf(citing.workspace.root, each.path) === route.from)
  return `/${route.from}`.endsWith(ending) && !`/${route.to}`.endsWith(ending) && !isNamed
}

async function spelling(
  {address, target, isDead}: Said,
  hit: Hit | undefined,
  {moved, citing, scenery}: Rewriting,
): Promise<string | undefined> {
  const {later} = citing
  const spot = {
    from: isDead ? ('file' as const) : hit?.from,
    document: {before: citing.path, after: moved.path},
    path: pathAt(later.root, target),
  }
  for (const text of spellings(address, spot)) {
    const read = targetOf(moved, address.form, text)
    const leads = read && (await scenery.hit(later, read, 'after'))
    const isRight = hit && leads?.place === target && (isAsGood(address.form, hit, leads) || text.startsWith('/'))
    if (isDead ? read !== undefined && leads === undefined : isRight) return text
  }
  return undefined
}

/** Those that hold when all are written; where not all do, as many of them as hold together. */
async function proven(
  wanted: readonly Wanted[],
  addresses: readonly Address[],
  rewriting: Rewriting,
): Promise<Wanted[]> {
  if (wanted.length === 0 || (await hold(wanted, addresses, rewriting))) return [...wanted]
  const kept: Wanted[] = []
  for (const each of wanted) if (await hold([...kept, each], addresses, rewriting)) kept.push(each)
  return kept
}

async function hold(
  wanted: readonly Wanted[],
  addresses: readonly Address[],
  {document, moved, isMoved, citing, scenery}: Rewriting,
): Promise<boolean> {
  const edits = wanted.map(each => editOf(each, document))
  const read = readDocument(applyEdits(document.text, edits), sourceAt(moved.path, citing.later))
  if (!isSameBut(edits, document, read)) return false
  const now = addressesOf(read)
  if (now.length !== addresses.length && !isMoved) return false
  const byPlace = new Map(now.map(address => [address.slice.from, address]))
  let shift = 0
  for (const {address, text, target, isDead} of wanted) {
    const found = byPlace.get(address.slice.from + shift)
    const isRead = found?.form === address.form && found.written === text
    const leads = found && (await scenery.hit(citing.later, found, 'after'))
    if (!isRead || leads?.place !== (isDead ? undefined : target)) return false
    shift += text.length - address.written.length
  }
  return true
}

function editOf({address: {slice}, text}: Wanted, {lines}: Document): Edit {
  return {range: {start: lines.pointAt(slice.from), end: lines.pointAt(slice.to)}, text}
}

function leftAt({slice, written}: Address, {lines}: Document, reason: LeftReason): Left {
  return {line: lines.pointAt(slice.from).line, text: written, reason}
}
