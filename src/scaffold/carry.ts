import type {Link, Nodes, Parents, Root} from 'mdast'
import {endOf, parse, plain, startOf} from '../markdown/index.js'
import {isDocument, joinPath, nameOf} from '../text/index.js'
import type {Entry} from '../workspace/index.js'
import {type Address, addressOf, candidatesOf, hasPlace} from './address.js'
import {oneLine} from './clean.js'
import {linkTo} from './paths.js'

/** Between which documents words are carried, and what is known of the files around them. */
export interface Ground {
  /** The research document, relative to the root. */
  from: string
  /** The new document, likewise. */
  to: string
  /** Every spec and research document of the workspace. */
  documents: readonly string[]
  /** Folders of specs and research: what names a file in one is a citation. */
  folders: readonly string[]
  /** What stands at a path; undefined where nothing does. */
  entry(path: string): Entry | undefined
}

/**
 * The Markdown of some words, fit to stand in another document: links are rebased, anchors get their document. What leads
 * nowhere, or rests on a definition that stays behind, becomes plain text. The words themselves are kept as written.
 */
export function carry(markdown: string, ground: Ground): string {
  const source = oneLine(markdown).trim()
  const tree = parse(source)
  const [block, second] = tree.children
  if (block?.type !== 'paragraph' || second) return escaped(plain(tree))
  return render(block, source, ground)
}

/** Plain text as Markdown that reads the same. */
export function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<~&]/g, '\\$&')
}

function render(node: Exclude<Nodes, Root>, source: string, ground: Ground): string {
  const written = source.slice(node.position?.start.offset, node.position?.end.offset)
  if ('children' in node) return node.type === 'link' ? renderLink(node, source, ground) : within(node, source, ground)
  switch (node.type) {
    case 'html':
      return node.value.startsWith('<!--') ? '' : written
    case 'inlineCode':
      return code(node.value, written, ground)
    case 'image': {
      const url = newAddress(node.url, ground)
      const words = escaped(plain(node))
      return url === undefined ? words : url === node.url ? written : `![${words}](${url})`
    }
    // On one line, and without definitions, nothing but text is left.
    default:
      return withoutLabels(written)
  }
}

function renderLink(node: Link, source: string, ground: Ground): string {
  const all = within(node, source, ground)
  // "<https://…>" and bare addresses have no brackets.
  if (source[startOf(node)] !== '[') return all
  const url = newAddress(node.url, ground)
  const words = within(node, source, ground, lastEnd(node)).slice(1)
  return url === undefined ? words : url === node.url ? all : `[${words}](${url})`
}

/** The source of a node with its children rendered. Children without a place of their own are part of the source around them. */
function within(node: Exclude<Parents, Root>, source: string, ground: Ground, end = node.position?.end.offset): string {
  let [text, at] = ['', startOf(node)]
  for (const child of node.children) {
    if (child.position === undefined) continue
    text += source.slice(at, startOf(child)) + render(child, source, ground)
    at = endOf(child)
  }
  return text + source.slice(at, end)
}

function lastEnd(link: Link): number {
  const last = link.children.at(-1)
  return last ? endOf(last) : startOf(link) + 1
}

/** What an address becomes in the new document: itself, another one, or undefined where it leads nowhere from there. */
function newAddress(url: string, ground: Ground): string | undefined {
  if (/^(?:https?:|mailto:)/i.test(url)) return url
  if (url === '' || /^\/\//.test(url) || (/^[a-z][a-z0-9+.-]*:/i.test(url) && !/^[^:/]*\.\w+:L?\d/i.test(url)))
    return undefined
  const address = addressOf(url)
  const found = find(candidatesOf(address.path, ground.from), ground)
  if (!found) return undefined
  const anchor = hasPlace(found.path, found.entry, address) ? address.anchor : undefined
  return linkTo(found.path, ground.to, anchor)
}

/** A code span that names a document: as written where it leads there too, else from the root, else plain text. */
function code(value: string, written: string, ground: Ground): string {
  const text = value.trim()
  if (text === '' || /\s/.test(text)) return written
  const address = addressOf(text)
  const {path} = address
  const steps = path.replace(/^\/+|^(?:\.{1,2}\/)+/, '')
  const isNamed = ground.folders.some(folder => steps.startsWith(`${folder}/`)) && !/[*<>{}$|…]/.test(path)
  if (!isDocument(path) && !isNamed) return written
  const byName = path.includes('/') ? [] : ground.documents.filter(document => nameOf(document) === path)
  const found = find(
    [joinPath('', path), ...candidatesOf(path, ground.from), ...(byName.length === 1 ? byName : [])],
    ground,
  )
  if (!found || !holds(found, address)) return escaped(text)
  const isKnown = found.path === joinPath('', path) || byName.includes(found.path)
  return isKnown ? written : `\`${found.path}${text.slice(path.length)}\``
}

interface Place {
  path: string
  entry: Entry
}

function find(candidates: readonly string[], ground: Ground): Place | undefined {
  // Every candidate is asked for, so that a first run tells all that must be known for a second one.
  const places = candidates.map(path => ({path, entry: ground.entry(path)}))
  return places.find((place): place is Place => place.entry?.type === 'file' || place.entry?.type === 'folder')
}

function holds({path, entry}: Place, address: Address): boolean {
  return entry.type === 'folder' || hasPlace(path, entry, address)
}

// "[R1]", "[^r1]" and "[words][label]" mean what another document defines.
function withoutLabels(written: string): string {
  return written
    .replace(/(?<![\w\])])!?\[([^\][\\]*)\]\[[^\][]*\]/g, '$1')
    .replace(/\[\^([^\s[\]\\^]{1,60})\]/g, '($1)')
    .replace(/\\?\[(R\d{1,3}(?:\s*[,;–-]\s*R?\d{1,3})*)\\?\]/gi, '$1')
}
