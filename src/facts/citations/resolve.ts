import {leavesRoot} from '../../text/index.js'
import type {Entry, World} from '../../workspace/index.js'
import type {Citation} from '../types.js'
import {type CodeWorld, resolveCode} from './code/resolve.js'
import {type Gone, pastOf} from './gone.js'
import {kindOf} from './kinds.js'
import {type Names, namesOf} from './names.js'
import {asWritten, movedTo, nearOnes} from './near.js'
import {anchorFacts, lineFacts, quoteFact} from './place.js'
import {resolvedReference} from './section-references/resolve.js'
import type {CitationContext, CitationDraft} from './types.js'

/**
 * Says of each citation what became of it in the world; what turns out to be no citation is left out. Without `code` nothing is
 * known of source code, without `gone` nothing of what was there once.
 */
export function resolveCitations(
  drafts: readonly CitationDraft[],
  world: World,
  context: CitationContext,
  history: {code?: CodeWorld | undefined; gone?: Gone | undefined} = {},
): Citation[] {
  const resolver: Resolver = {
    world,
    context,
    code: history.code,
    gone: history.gone,
    names: namesOf(world),
    resolved: new Map(),
    told: new Set(),
    left: 200,
  }
  return drafts.flatMap(draft => {
    const citation = draft.of === undefined ? resolved(draft, resolver) : inherited(draft, draft.of, resolver)
    return citation === undefined ? [] : [citation]
  })
}

interface Resolver {
  world: World
  context: CitationContext
  code: CodeWorld | undefined
  gone: Gone | undefined
  names: Names
  /** What became of each draft: many labels share one definition. */
  resolved: Map<CitationDraft, Citation | undefined>
  /** Definitions of Markdown's whose first use has told of them. */
  told: Set<CitationDraft>
  /** How many misspelt addresses will still be searched for: a search is dear, and nobody reads suggestions by the hundred. */
  left: number
}

// A search among many counts as several.
function isSearched(among: number, resolver: Resolver): boolean {
  const isLeft = resolver.left > 0
  resolver.left -= Math.ceil(among / 250)
  return isLeft
}

function resolved(draft: CitationDraft, resolver: Resolver): Citation | undefined {
  if (!resolver.resolved.has(draft)) resolver.resolved.set(draft, resolve(draft, resolver))
  return resolver.resolved.get(draft)
}

type Hit = {path: string; from: NonNullable<Citation['resolvedFrom']>; entry: Entry | undefined}

function resolve(draft: CitationDraft, resolver: Resolver): Citation | undefined {
  const {candidates, name, unsure, of, own, beside, among, url, ...said} = draft
  const {world, names} = resolver
  if (draft.form === 'section-reference') {
    const named = among?.map(each => resolved(each.of ?? each, resolver)) ?? []
    return resolvedReference(draft, said, named, world, count => isSearched(count, resolver))
  }
  if (said.kind === 'url' || candidates.length === 0) return unsure ? undefined : said
  let unknown = false
  let hidden: Citation['gap']
  let elsewhere: 'research' | 'spec' | undefined
  let hit: Hit | undefined
  for (const {path, from} of candidates) {
    const entry = entryAt(path, resolver)
    if (entry !== undefined && 'private' in entry) hidden ??= entry.private
    if (entry?.type === 'outside' && entry.inRepository) hidden ??= 'outside'
    if (entry?.type === 'missing') elsewhere ??= entry.folder
    if (entry === undefined || entry.type === 'unreadable') unknown = true
    else if (entry.type === 'file' || entry.type === 'folder') hit ??= {path, from, entry}
  }
  if (hit === undefined && name !== undefined) {
    const [only, ...others] = names.named(name)
    if (only !== undefined && others.length === 0) hit = {path: only, from: 'name', entry: world.entries.get(only)}
  }
  // A link to a document that another workspace lacks: no file of source code, which may be yet to be written.
  if (said.kind === 'code' && said.document && hit === undefined && hidden === undefined && !unsure && elsewhere)
    return missing(draft, {...said, kind: elsewhere}, resolver)
  if (said.kind === 'code' && !(hit && kindOfHit(hit, resolver.context))) return ofCode(draft, said, resolver)
  if (hit !== undefined) return found(draft, said, hit, resolver)
  if (unsure) return undefined
  // What git ignores, or what lies behind a link, may be there on the machine of the author.
  // A document of its name, and the only one, tells that it is not.
  const stray = unknown ? undefined : missing(draft, said, resolver)
  // Of a folder that is not here it is not told: what is in it, and what has its names, nobody can know.
  if (hidden === 'not-here' || (hidden !== undefined && stray?.moved?.length !== 1)) return {...said, gap: hidden}
  return stray ?? said
}

// What belongs to another workspace is what it is there.
function kindOfHit({path, entry}: Hit, {folders}: CitationContext): 'research' | 'spec' | undefined {
  const elsewhere = entry?.type === 'file' ? entry.folder : undefined
  return elsewhere ?? kindOf(path, folders)
}

/** Source code; a link that leads nowhere, to a name that one research document or spec alone bears, is a citation of that. */
function ofCode(draft: CitationDraft, said: Citation, resolver: Resolver): Citation | undefined {
  const citation = resolveCode(draft, resolver.code)
  if (citation === undefined || citation.exists === true || !said.document || draft.unsure) return citation
  const stray = missing(draft, said, resolver)
  return stray.kind === 'code' ? citation : stray
}

// The document itself is there, saved or not, and the root is a folder.
function entryAt(path: string, {world, context}: Resolver): Entry | undefined {
  if (path === context.path) return {type: 'file'}
  if (path === '') return {type: 'folder'}
  return world.entries.get(path) ?? (leavesRoot(path) ? {type: 'outside'} : undefined)
}

function found(draft: CitationDraft, said: Citation, hit: Hit, resolver: Resolver): Citation | undefined {
  const {context} = resolver
  const kind = said.kind === 'self' ? 'self' : (kindOfHit(hit, context) ?? 'code')
  const astray = hit.from === 'root' && draft.form !== 'code-span' && draft.form !== 'bare-path'
  const gap = hit.entry !== undefined && 'private' in hit.entry ? hit.entry.private : undefined
  // What stands in a document that only this machine has is nothing that others could be told.
  const entry: Extract<Entry, {type: 'file'}> | undefined =
    hit.entry?.type === 'file' && gap === undefined ? hit.entry : undefined
  const own = hit.path === context.path ? draft.own : undefined
  const anchors = own?.anchors ?? entry?.anchors
  const lineCount = own?.lineCount ?? entry?.lines
  return {
    ...said,
    kind,
    path: hit.path,
    resolvedFrom: hit.from,
    exists: true,
    ...(gap !== undefined && {gap}),
    ...(astray && !said.target.startsWith('/') && {near: [asWritten(hit.path, draft, context)]}),
    ...(said.anchor !== undefined &&
      anchors !== undefined &&
      anchorFacts(said.anchor, anchors, among => isSearched(among, resolver))),
    ...(said.lines !== undefined && lineCount !== undefined && lineFacts(said.lines, lineCount)),
    ...(said.lines !== undefined && entry?.text !== undefined && quoteFact(draft, said.lines, entry, hit.path)),
  }
}

function missing(draft: CitationDraft, said: Citation, resolver: Resolver): Citation {
  const {context, names, gone} = resolver
  const tried = draft.candidates.map(candidate => candidate.path)
  const {removedBy, renamed} = pastOf(tried, gone, names)
  // What it was renamed to is known, what bears its name is guessed.
  const moved = renamed.length > 0 ? renamed : movedTo({...said, tried}, names, context)
  const near = nearOnes(draft, context, names, {tried, moved, thorough: resolver.left-- > 0})
  // A link that leads nowhere, to a name that one document alone bears, is a citation of that document.
  const only = moved.length === 1 && said.kind === 'code' && said.document ? moved[0] : undefined
  return {
    ...said,
    kind: (only === undefined ? undefined : kindOf(only, context.folders)) ?? said.kind,
    exists: false,
    tried,
    ...(near.length > 0 && {near}),
    ...(moved.length > 0 && {moved}),
    ...(removedBy !== undefined && {removedBy}),
  }
}

/** A use of a label is of the kind of what stands at the definition. Whether that exists is said there, once. */
function inherited(use: CitationDraft, definition: CitationDraft, resolver: Resolver): Citation | undefined {
  const at = resolved(definition, resolver)
  if (at === undefined) return undefined
  const {candidates, name, unsure, of, own, beside, among, url, ...said} = use
  const {kind, target, path, anchor, lines} = at
  const first = definition.form === 'reference-link' && !resolver.told.has(definition)
  resolver.told.add(definition)
  // A definition of Markdown's is no citation in itself: its first use speaks for it.
  if (first) return {...at, ...said, kind, target}
  return {
    ...said,
    kind,
    target,
    ...(path !== undefined && {path}),
    ...(anchor !== undefined && {anchor}),
    ...(lines !== undefined && {lines}),
  }
}
