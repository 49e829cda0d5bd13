import type {Nodes, Parents, Root} from 'mdast'
import {endOf, startOf} from '../../markdown/index.js'
import {itemAt} from '../../text/index.js'
import type {CitationContext} from './types.js'

export type Found<Type extends Nodes['type']> = Extract<Nodes, {type: Type}>

/** A stretch of plain text in the source: no code, no HTML, no link around it is cut by it. */
export interface Passage {
  from: number
  to: number
  /** The innermost block: a paragraph, a heading, a cell. */
  block: Stretch
  /** Whether it is among the words of a link. */
  linked: boolean
}

/** A block of text by its offsets. */
export interface Stretch {
  from: number
  to: number
  /** Where that ends what belongs to the block: with a cell its whole row. */
  rest: number
  /** Whether what begins the block may be what the block is about: not in the later cells of a row. */
  opens: boolean
}

/** What one walk over the tree finds. Nodes in order of the document. */
export interface Scene {
  source: string
  context: CitationContext
  tree: Root
  links: Found<'link'>[]
  /** Addresses that the parser found only after the text was cut: they have no place of their own. */
  loose: {link: Found<'link'>; block: Stretch}[]
  images: Found<'image'>[]
  /** Links and images by a label that Markdown itself defines. */
  references: (Found<'linkReference'> | Found<'imageReference'>)[]
  definitions: Map<string, Found<'definition'>>
  /** Code spans that are not the words of a link. */
  spans: Found<'inlineCode'>[]
  notes: Found<'footnoteReference'>[]
  noteDefinitions: Map<string, Found<'footnoteDefinition'>>
  passages: Passage[]
}

interface Visit {
  node: Nodes
  linked: boolean
  block: Stretch
}

/** Walks the tree once, without recursion: quotes may be nested deeper than the stack. */
export function sceneOf(tree: Root, source: string, context: CitationContext): Scene {
  const scene: Scene = {
    source,
    context,
    tree,
    links: [],
    loose: [],
    images: [],
    references: [],
    definitions: new Map(),
    spans: [],
    notes: [],
    noteDefinitions: new Map(),
    passages: [],
  }
  const stack: Visit[] = [
    {node: tree, linked: false, block: {from: 0, to: source.length, rest: source.length, opens: true}},
  ]
  for (let visit = stack.pop(); visit !== undefined; visit = stack.pop()) {
    keep(scene, visit)
    const {node} = visit
    if (!('children' in node)) continue
    const linked = visit.linked || node.type === 'link' || node.type === 'linkReference'
    const block = blockOf(node, visit.block)
    placeTexts(scene, node, {block, linked})
    for (let index = node.children.length - 1; index >= 0; index--)
      stack.push({node: itemAt(node.children, index), linked, block})
  }
  return scene
}

function keep(scene: Scene, {node, linked, block}: Visit): void {
  if (node.type === 'link' && node.position === undefined) scene.loose.push({link: node, block})
  else if (node.type === 'link') scene.links.push(node)
  else if (node.type === 'image') scene.images.push(node)
  else if (node.type === 'linkReference' || node.type === 'imageReference') scene.references.push(node)
  else if (node.type === 'inlineCode' && !linked) scene.spans.push(node)
  else if (node.type === 'footnoteReference') scene.notes.push(node)
  else if (node.type === 'definition') addFirst(scene.definitions, node)
  else if (node.type === 'footnoteDefinition') addFirst(scene.noteDefinitions, node)
}

// The first definition of a label is the one that counts.
function addFirst<T extends {identifier: string}>(map: Map<string, T>, node: T): void {
  if (!map.has(node.identifier)) map.set(node.identifier, node)
}

function blockOf(node: Parents, around: Stretch): Stretch {
  const [from, to] = [node.position?.start.offset, node.position?.end.offset]
  if (from === undefined || to === undefined) return around
  if (node.type === 'paragraph' || node.type === 'heading') return {from, to, rest: to, opens: true}
  if (node.type === 'tableRow') return {from, to, rest: to, opens: true}
  if (node.type === 'tableCell') return {from, to, rest: around.rest, opens: from === around.from}
  return around
}

// Texts without a place of their own (the parser cuts a text anew where it finds an address in it) lie between their
// neighbours that have one.
function placeTexts(scene: Scene, parent: Parents, {block, linked}: Pick<Visit, 'block' | 'linked'>): void {
  if (!parent.children.some(({type}) => type === 'text')) return
  let from = parent.position?.start.offset ?? block.from
  let open = false
  const close = (to: number): void => {
    if (open && to > from) scene.passages.push({from, to, block, linked})
    open = false
  }
  for (const child of parent.children) {
    const isPlaced = child.position !== undefined
    if (child.type === 'text') {
      if (!open && isPlaced) from = startOf(child)
      open = true
      if (isPlaced) {
        close(endOf(child))
        from = endOf(child)
      }
    } else if (isPlaced) {
      close(startOf(child))
      from = endOf(child)
    }
  }
  close(parent.position?.end.offset ?? block.to)
}
