import {anchorsOf, type Lines} from '../../markdown/index.js'
import {decodePercent, folderOf, isDocument, joinPath, leavesRoot, nameOf} from '../../text/index.js'
import type {Folders} from '../context.js'
import type {Citation, Position} from '../types.js'
import {type Address, addressOfLink, addressOfPath} from './address.js'
import {kindOf, namedKind} from './kinds.js'
import {isOpen, isPattern} from './placeholders.js'
import type {Found, Scene} from './scene.js'
import type {Slice} from './slice.js'
import type {Candidate, CitationContext, CitationDraft, Own} from './types.js'

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

export type Pointer = Omit<CitationDraft, keyof Whereabouts>

/** What the address of a link points at; undefined where it is no citation: other schemes, nothing at all, a folder itself. */
export function pointerOfLink(scene: Scene, url: string): Pointer | undefined {
  if (/^(?:https?:)?\/\//i.test(url)) {
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

/**
 * What a definition that Markdown knows points at. Markdown takes a code span or a link that stands there for an address; it
 * is read as what it was meant for.
 */
export function pointerOfDefinition(scene: Scene, node: Found<'definition'>): Pointer | undefined {
  const code = /^`+([^`]+)`+$/.exec(node.url)?.[1]
  if (code !== undefined) return pointerOfPath(scene, addressOfPath(code))
  return pointerOfLink(scene, /^\[[^\]]*\]\((.+)\)$/.exec(node.url)?.[1] ?? node.url)
}

/** What a path outside of links points at, or undefined where it cannot be a citation of research or a spec. */
export function pointerOfPath(scene: Scene, {path: target, ...place}: Address): Pointer | undefined {
  const {context} = scene
  const document = isDocument(target)
  const named = namedKind(target, context.folders)
  const explicit = named !== undefined && (named === 'research' || document)
  if (!explicit && !document) return undefined
  const candidates = candidatesOf(target, context)
  const sure = explicit && !isOpen(target) && (document || /\/$|\.\w+$/.test(target))
  const pointer = {target, document, ...place, candidates, ...ownWhere(scene, candidates)}
  if (explicit) return {kind: named, ...pointer, ...(!sure && {unsure: true as const})}
  if (isOpen(target) || target.startsWith('/')) return undefined
  const bare = !target.includes('/') && !/^(?:readme|index)\./i.test(target)
  const kind = firstKind(candidates, context.folders) ?? 'research'
  return {kind, ...pointer, unsure: true, ...(bare && {name: nameOf(target)})}
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

function ownWhere(scene: Scene, candidates: readonly Candidate[]): {own?: Own} {
  return candidates.some(candidate => candidate.path === scene.context.path) ? {own: ownOf(scene)} : {}
}

const known = new WeakMap<Scene, Own>()

function ownOf(scene: Scene): Own {
  const own = known.get(scene) ?? {anchors: anchorsOf(scene.tree), lineCount: scene.context.lines.count}
  known.set(scene, own)
  return own
}
