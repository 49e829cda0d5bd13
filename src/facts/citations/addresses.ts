import {nodesOfType} from '../../markdown/index.js'
import {pathsInWords} from '../../research/cited-by.js'
import {decodePercent, firstMatch, folderOf, isDocument, joinPath, trimmedEnd} from '../../text/index.js'
import type {Document} from '../reading/document.js'
import {once} from '../reading/once.js'
import {addressOfLink, addressOfPath} from './address.js'
import {atCommitIn} from './at-commit.js'
import {collect} from './collect.js'
import {destinationOfDefinition} from './destination.js'
import {type Pointer, pointerOfDefinition, pointerOfLink, pointerOfPath} from './draft.js'
import {type Scene, sceneOf} from './scene.js'
import {type Slice, sliceOf} from './slice.js'
import type {Candidate, CitationDraft} from './types.js'

/**
 * How a path is written: as the address of a link, an image or a definition; in a code span; in plain text as a citation. `words`
 * are names of documents in plain text or among the words of a link, which are no citations but are read where it is asked what
 * replaces what; `frontmatter` are those in YAML.
 */
export type AddressForm = 'link' | 'image' | 'definition' | 'code-span' | 'bare-path' | 'words' | 'frontmatter'

/** Whether Markdown itself reads the path as an address, as seen from the document. */
export function isLink(form: AddressForm): boolean {
  return form === 'link' || form === 'image' || form === 'definition'
}

/** A place in the source at which the path of a file is written, and where it may lead. */
export interface Address extends Target {
  form: AddressForm
  /** The path alone: without anchor, query and lines. */
  slice: Slice
  /** What stands there. */
  written: string
  /** Of a link or code span whose path could not be found in the source, `slice` is the whole. */
  isPlaced: boolean
}

/** Where a path may lead. */
export interface Target {
  /** The path as it is read: percent signs and backslashes undone. */
  path: string
  /** In order of preference. */
  candidates: readonly Candidate[]
  /** A bare name that may also be found by itself among the documents of the workspace. */
  name?: string
  /** Whether an ending of the path of one document alone may do. */
  mayBeShort: boolean
}

/** Every place in a document at which the path of a file is written outside of code blocks and HTML, in order, none in another. */
export const addressesOf = once((document: Document): Address[] => {
  const scene = sceneFor(document)
  const found = [...written(document, scene), ...definitions(scene)]
  const rest = [...labelWords(document, scene), ...words(document, scene), ...frontmatter(document)]
  const taken = [...found.map(({slice}) => slice)]
  for (const address of rest) {
    if (taken.some(({from, to}) => address.slice.from < to && from < address.slice.to)) continue
    taken.push(address.slice)
    found.push(address)
  }
  return found.sort((a, b) => a.slice.from - b.slice.from)
})

/** Where a path would lead if it were written in a document in this form; undefined: it would not be read as one. */
export function targetOf(document: Document, form: AddressForm, path: string): Target | undefined {
  if (form === 'words' || form === 'frontmatter') return targetOfWords(document, path)
  const scene = sceneFor(document)
  const pointer = isLink(form) ? pointerOfLink(scene, path) : pointerOfPath(scene, addressOfPath(path))
  return pointer && targetOfPointer(pointer)
}

const sceneFor = once((document: Document): Scene => sceneOf(document.tree, document.text, document))

// Citations in all their forms but links by a label, whose path stands at the definition.
function written(document: Document, scene: Scene): Address[] {
  const {drafts, labels} = collect(document)
  // The entry of a list of references is a path of its own where only its label makes it one.
  const entries = labels.flatMap(({definition}) => definition?.draft ?? [])
  const known = new Set(drafts.map(({position}) => position.start.offset))
  return [...drafts, ...entries.filter(({position}) => !known.has(position.start.offset))].flatMap(
    draft => addressOf(draft, scene) ?? [],
  )
}

function addressOf(draft: CitationDraft, {source}: Scene): Address | undefined {
  const {form, kind, position, targetPosition} = draft
  if (form !== 'link' && form !== 'image' && form !== 'code-span' && form !== 'bare-path') return undefined
  if (kind === 'url' || draft.target === '') return undefined
  const whole = {from: position.start.offset, to: position.end.offset}
  const at = targetPosition && {from: targetPosition.start.offset, to: targetPosition.end.offset}
  const text = at ? source.slice(at.from, at.to) : ''
  // What is said of a commit stays true of it.
  if (form === 'code-span' && atCommitIn(text)) return undefined
  const length = isLink(form) ? linkPathLength(text) : addressOfPath(text).path.length
  const slice = at && length !== undefined ? {from: at.from, to: at.from + length} : undefined
  return placed(form, whole, slice, {source, target: targetOfPointer(draft)})
}

// "&#46;" holds no "#" that an anchor would begin with; "&#35;" is one.
const REFERENCE = /&#(?:(\d{1,7})|x([\da-f]{1,6}));/gi
const ENDS_PATH = /[#?:]/

/** How many signs of an address, as written, are its path; undefined where the name of a sign ends that. */
function linkPathLength(written: string): number | undefined {
  if (/&(?:num|quest|colon);/.test(written)) return undefined
  const read = written.replace(REFERENCE, (reference, decimal, hexadecimal) => {
    const code = decimal === undefined ? Number.parseInt(hexadecimal, 16) : Number(decimal)
    const sign = code < 128 ? String.fromCharCode(code) : '_'
    return (ENDS_PATH.test(sign) ? sign : '_').padEnd(reference.length, '_')
  })
  return addressOfLink(read).path.length
}

function placed(
  form: AddressForm,
  whole: Slice,
  slice: Slice | undefined,
  {source, target}: {source: string; target: Target},
): Address {
  const at = slice ?? whole
  return {...target, form, slice: at, written: source.slice(at.from, at.to), isPlaced: slice !== undefined}
}

function targetOfPointer({target, candidates, name, kind, document}: Omit<Pointer, 'form'>): Target {
  return {
    path: decodePercent(target),
    candidates,
    ...(name !== undefined && {name}),
    mayBeShort: kind === 'code' && document === true,
  }
}

function definitions(scene: Scene): Address[] {
  const {source} = scene
  return [...scene.definitions.values()].flatMap(node => {
    const whole = sliceOf(node)
    const pointer = pointerOfDefinition(scene, node)
    // What is said of a commit stays true of it.
    if (pointer === undefined || pointer.kind === 'url' || pointer.url !== undefined || pointer.target === '') return []
    const at = destinationOfDefinition(source, whole)
    const text = source.slice(at.from, at.to)
    const {lead, inner} = unwrapped(text)
    const from = at.from + lead.length
    const length = linkPathLength(inner)
    const slice = length === undefined ? undefined : {from, to: from + length}
    return [placed('definition', whole, slice, {source, target: targetOfPointer(pointer)})]
  })
}

// A code span or a link that stands where Markdown expects an address.
function unwrapped(text: string): {lead: string; inner: string} {
  const lead = firstMatch(/^(?:`+(?!`)|\[[^\]]*\]\()/, text)
  const rest = text.slice(lead.length)
  const inner = rest.endsWith(')') ? rest.slice(0, -1) : trimmedEnd(rest, /`/)
  return lead === '' || inner === '' || inner === rest ? {lead: '', inner: text} : {lead, inner}
}

// Names of documents in plain text, the words of links among it.
function words({path: own}: Document, scene: Scene): Address[] {
  return scene.passages.flatMap(({from, to}) => wordsIn({path: own}, scene.source, {from, to}, 'words'))
}

// "[`b.md`](b.md)": a code span among the words of a link is none of the link's citations.
function labelWords({path: own}: Document, {tree, spans, source}: Scene): Address[] {
  const seen = new Set<object>(spans)
  return nodesOfType(tree, 'inlineCode').flatMap(node =>
    seen.has(node) ? [] : wordsIn({path: own}, source, sliceOf(node), 'words'),
  )
}

function frontmatter({path, tree, text}: Document): Address[] {
  const node = tree.children.find(({type}) => type === 'yaml')
  const slice = node && sliceOf(node)
  return slice ? wordsIn({path}, text, slice, 'frontmatter') : []
}

function wordsIn(document: {path: string}, source: string, {from, to}: Slice, form: AddressForm): Address[] {
  return pathsInWords(source.slice(from, to)).flatMap(({written: token, index}) => {
    if (token.includes('://') || /^[a-z][a-z0-9+.-]+:\D/i.test(token)) return []
    // Marks of emphasis stand before a name, and are none of it.
    const lead = /^[*_~]+(?=[^*_~])/.exec(token)?.[0].length ?? 0
    const at = from + index + lead
    const written = token.slice(lead)
    const target = targetOfWords(document, written)
    return [{...target, form, slice: {from: at, to: at + written.length}, written, isPlaced: true}]
  })
}

function targetOfWords({path: own}: {path: string}, written: string): Target {
  const path = decodePercent(written.replace(/\\([!-/:-@[-`{-~])/g, '$1'))
  const file: Candidate = {path: joinPath(folderOf(own), path), from: 'file'}
  const root: Candidate = {path: joinPath('', path), from: 'root'}
  return {
    path,
    candidates: file.path === root.path ? [file] : [file, root],
    ...(!path.includes('/') && isDocument(path) && {name: path}),
    mayBeShort: false,
  }
}
