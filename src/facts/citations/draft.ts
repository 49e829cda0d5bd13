import type {Lines} from '../../markdown/index.js'
import {decodePercent, folderOf, isDocument, joinPath, leavesRoot, nameOf} from '../../text/index.js'
import type {Folders} from '../context.js'
import type {Citation, Position} from '../types.js'
import {type Address, addressOfLink, addressOfPath} from './address.js'
import {kindOf, namedKind} from './kinds.js'
import {ownOf, ownWhere} from './own.js'
import {type Permalink, permalinkIn} from './permalink.js'
import {isOpen, isPattern} from './placeholders.js'
import type {Found, Scene} from './scene.js'
import type {Slice} from './slice.js'
import {sourceIn} from './source-paths.js'
import type {Candidate, CitationContext, CitationDraft} from './types.js'

export function positionOf(lines: Lines, {from, to}: Slice): Position {
  return {start: lines.pointAt(from), end: lines.pointAt(to)}
}

type Whereabouts = Pick<CitationDraft, 'form' | 'text' | 'label' | 'section' | 'position' | 'targetPosition'>

/** What every draft has: its form, its text and where it stands. */
export function whereabouts(scene: Scene, form: Citation['form'], whole: Slice, target?: Slice): Whereabouts {
  const {source, context} = scene
  const section = context.sectionAt(whole.from)
  return {
    form,
    text: source.slice(whole.from, whole.to),
    position: positionOf(context.lines, whole),
    ...(target !== undefined && {targetPosition: positionOf(context.lines, target)}),
    ...(section !== undefined && {section}),
  }
}

export type Pointer = Omit<CitationDraft, keyof Whereabouts> & {form?: 'permalink'}

/** What the address of a link points at; undefined where it is no citation: other schemes, nothing at all, a folder itself. */
export function pointerOfLink(scene: Scene, url: string): Pointer | undefined {
  if (/^(?:https?:)?\/\//i.test(url)) {
    const permalink = permalinkIn(url)
    if (permalink !== undefined) return pointerOfPermalink(url, permalink)
    const hash = url.indexOf('#')
    if (hash < 0 || hash === url.length - 1) return {kind: 'url', target: url, candidates: []}
    return {kind: 'url', target: url.slice(0, hash), anchor: url.slice(hash + 1), candidates: []}
  }
  if (/^[a-z][a-z0-9+.-]*:/i.test(url) && !/^[^:]*\.\w+:L?\d/i.test(url)) return undefined
  const {context} = scene
  const {path: target, ...place} = addressOfLink(url)
  if (target === '') {
    if (place.anchor === undefined && place.lines === undefined) return undefined
    const candidates: Candidate[] = [{path: context.path, from: 'file'}]
    return {kind: 'self', target, document: true, ...place, candidates, own: ownOf(scene)}
  }
  const path = decodePercent(target)
  const candidates = candidatesOf(path, context)
  const kind = namedKind(path, context.folders) ?? firstKind(candidates, context.folders) ?? 'code'
  if (candidates.length > 0 && candidates.every(candidate => isFolder(candidate.path, context.folders)))
    return undefined
  return {
    kind,
    target,
    document: isDocument(path),
    ...place,
    candidates,
    ...(isPattern(path) && {unsure: true as const}),
    ...ownWhere(scene, candidates),
  }
}

// Whether it is a file of this repository its commit tells: one that is not known here is another one's.
function pointerOfPermalink(url: string, {commit, path, lines}: Permalink): Pointer {
  return {
    form: 'permalink',
    kind: 'code',
    target: path,
    url,
    document: isDocument(path),
    ...(lines && {lines}),
    candidates: [{path: joinPath('', path), from: 'root'}],
    beside: {commits: [commit]},
    unsure: true,
  }
}

/**
 * What a definition that Markdown knows points at. Markdown takes a code span or a link that stands there for an address; it
 * is read as what it was meant for.
 */
export function pointerOfDefinition(scene: Scene, node: Found<'definition'>): Pointer | undefined {
  const code = /^`+([^`]+)`+$/.exec(node.url)?.[1]
  if (code !== undefined) return pointerOfPath(scene, addressOfPath(code))
  return pointerOfLink(scene, /^\[[^\]]*\]\((.+)\)$/.exec(node.url)?.[1] ?? node.url)
}

/** What a path outside of links points at, or undefined where it is no citation. */
export function pointerOfPath(scene: Scene, address: Address): Pointer | undefined {
  const {path: target, ...place} = address
  const {context} = scene
  const document = isDocument(target)
  const named = namedKind(target, context.folders)
  if (named !== 'research' && !(named === 'spec' && document)) return pointerOfSource(scene, address)
  const candidates = candidatesOf(target, context)
  const sure = !isOpen(target) && (document || /\/$|\.\w+$/.test(target))
  const pointer = {kind: named, target, document, ...place, candidates, ...ownWhere(scene, candidates)}
  return {...pointer, ...(!sure && {unsure: true as const})}
}

/**
 * What a path to a file of the repository points at. A document may turn out to be research or a spec: "b.md" stands for one
 * beside this, or for one that bears that name alone.
 */
function pointerOfSource(scene: Scene, {path: target, ...place}: Address): Pointer | undefined {
  const found = sourceIn(target, place.lines)
  if (found === undefined) return undefined
  const document = isDocument(target)
  // Names in capitals are files of the repository itself: README.md, AGENTS.md.
  const common = !document || /^(?:[A-Z_-]+|readme|index)\.\w+$/.test(nameOf(target))
  const places = candidatesOf(target, scene.context)
  if (places.some(({path}) => isFolder(path, scene.context.folders))) return undefined
  const candidates = common ? [...places].reverse() : places
  return {
    kind: 'code',
    target,
    document,
    ...place,
    candidates,
    ...(found === 'unsure' && {unsure: true as const}),
    ...(!common && !target.includes('/') && {name: target}),
    ...ownWhere(scene, candidates),
  }
}

/** Where a path may lead: from the document's folder, then from the root. A leading slash means the root alone. */
function candidatesOf(path: string, context: CitationContext): Candidate[] {
  const root: Candidate = {path: joinPath('', path), from: 'root'}
  if (path.startsWith('/')) return [root]
  // Of what lies around a document outside the workspace nothing is known.
  if (/^(?:\/|[A-Za-z]:\/)/.test(context.path)) return leavesRoot(root.path) ? [] : [root]
  const file: Candidate = {path: joinPath(folderOf(context.path), path), from: 'file'}
  return leavesRoot(root.path) || root.path === file.path ? [file] : [file, root]
}

function firstKind(candidates: readonly Candidate[], folders: Folders): 'research' | 'spec' | undefined {
  for (const {path} of candidates) {
    const kind = kindOf(path, folders)
    if (kind !== undefined) return kind
  }
  return undefined
}

function isFolder(path: string, {research, specs}: Folders): boolean {
  return path === '' || [...research, ...specs].some(folder => folder.replace(/\/+$/, '') === path)
}
