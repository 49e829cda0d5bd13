import {countsOf} from './reading/counts.js'
import type {Document} from './reading/document.js'
import {emptyMap} from './reading/ids.js'
import {positionOf} from './reading/positions.js'
import type {SectionNode} from './reading/sections.js'
import {cites, contentFacts, waiver} from './section/index.js'
import type {Citation, Facts, Section} from './types.js'

/** The sections as a tree by id. */
export function sections(document: Document, citations: readonly Citation[]): Facts['sections'] {
  const waiverOf = waiver(document)
  const contentOf = contentIn(document)

  const tree = (nodes: readonly SectionNode[]): Facts['sections'] => {
    const byId = emptyMap<Section>()
    for (const node of nodes) byId[node.id] = section(node)
    return byId
  }
  const section = (node: SectionNode): Section => {
    const {entry} = node
    const waived = waiverOf(node)
    return {
      id: node.id,
      title: entry.title,
      heading: entry.text,
      ...(entry.number !== undefined && {number: entry.number}),
      level: entry.level,
      ...(node.claim && {claim: node.claim.id}),
      ...(node.ordinal !== undefined && {ordinal: node.ordinal}),
      ...(node.repeat !== undefined && {repeat: node.repeat}),
      ...(waived ? {waiver: waived} : {...contentOf(node), cites: cites(citations, node)}),
      sections: tree(node.sections),
      ...(node.claim && node.claim.sections.length > 0 && {counts: countsOf(node.claim.sections, node.sections)}),
      position: positionOf(entry.node),
      end: document.lines.pointAt(node.end),
    }
  }
  return tree(document.sections.roots)
}

function contentIn(document: Document): (node: SectionNode) => Partial<Section> {
  const prepared = Object.entries(contentFacts).map(([name, fact]) => [name, fact(document)] as const)
  return node => Object.fromEntries(prepared.map(([name, of]) => [name, of(node)]))
}
