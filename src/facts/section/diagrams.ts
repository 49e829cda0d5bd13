import {fencedCode} from '../reading/code.js'
import type {Document} from '../reading/document.js'
import {diagramLanguage} from '../reading/drawings.js'
import {within} from '../reading/lists.js'
import {picturesIn} from '../reading/pictures.js'
import {positionOf} from '../reading/positions.js'
import type {Diagram} from '../types.js'
import type {SectionFact} from './types.js'

/** Fences in a diagram's language, drawings in plain fences, and images, those in HTML too. */
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
  return document.blocks
    .flatMap(({node}) =>
      node.type === 'paragraph' || node.type === 'table' || node.type === 'html' ? picturesIn(node) : [],
    )
    .map(node => ({language: 'image', position: positionOf(node)}))
}
