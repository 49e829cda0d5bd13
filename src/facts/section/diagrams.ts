import type {Nodes} from 'mdast'
import {fencedCode} from '../reading/code.js'
import {withoutComments} from '../reading/comments.js'
import type {Document} from '../reading/document.js'
import {diagramLanguage} from '../reading/drawings.js'
import {within} from '../reading/lists.js'
import {positionOf} from '../reading/positions.js'
import type {Diagram} from '../types.js'
import type {SectionFact} from './types.js'

/** Fences in a diagram's language, drawings in plain fences, and images. */
export const diagrams: SectionFact<Diagram[]> = document => {
  const all = [...drawn(document), ...pictured(document)].sort(
    (a, b) => a.position.start.offset - b.position.start.offset,
  )
  return section => within(all, section)
}

function drawn(document: Document): Diagram[] {
  return fencedCode(document).flatMap(fence => {
    const language = diagramLanguage(fence)
    return language === undefined ? [] : {language, position: positionOf(fence.node)}
  })
}

function pictured(document: Document): Diagram[] {
  return document.blocks.flatMap(({node}) =>
    node.type === 'paragraph' || node.type === 'table' || node.type === 'html' ? imagesIn(node) : [],
  )
}

function imagesIn(node: Nodes): Diagram[] {
  const isImage =
    node.type === 'image' ||
    node.type === 'imageReference' ||
    (node.type === 'html' && /<(?:img|svg|object|embed)\b/i.test(withoutComments(node.value)))
  const inner = 'children' in node ? node.children.flatMap(imagesIn) : []
  return isImage ? [{language: 'image', position: positionOf(node)}] : inner
}
