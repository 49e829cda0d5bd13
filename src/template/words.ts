import type {Table} from 'mdast'
import {type Block, blocksOf, parse, plain, startOf} from '../markdown/index.js'
import {collapsed} from '../text/index.js'
import type {ResidueText, TemplateSection} from './types.js'

// A shorter text of an example may stand in a real document by chance.
const WORDS = 4

/** Texts of the guidance and examples of all sections, each once. What is a label too is none of them. */
export function residueOf(
  sections: readonly TemplateSection[],
  placeholders: readonly string[],
  labels: readonly string[],
): ResidueText[] {
  const found = new Map<string, ResidueText>()
  const add = (text: string, source: ResidueText['source']) => {
    if (!found.has(text) && !labels.includes(text)) found.set(text, {text, source})
  }
  for (const text of placeholders) add(collapsed(text), 'placeholder')
  const visit = (section: TemplateSection): void => {
    for (const markdown of section.guidance) for (const text of longTexts(markdown)) add(text, 'guidance')
    for (const markdown of section.examples) for (const text of longTexts(markdown)) add(text, 'example')
    section.sections.forEach(visit)
  }
  sections.forEach(visit)
  return [...found.values()]
}

/**
 * Plain texts of the blocks of the empty form from its first section on: they stand in every new document, and say nothing there.
 */
export function labelsOf(
  blocks: readonly Block[],
  markers: readonly string[],
  source: string,
  begin: number,
): string[] {
  const texts = blocks
    .filter(({node}) => startOf(node) >= begin)
    .filter(block => !isMarked(block, markers, source))
    .flatMap(textsIn)
  return [...new Set(texts.filter(text => text !== '' && text !== 'TBD'))]
}

function longTexts(markdown: string): string[] {
  return blocksOf(parse(markdown))
    .flatMap(textsIn)
    .filter(text => text.split(' ').length >= WORDS)
}

function textsIn({node, text}: Block): string[] {
  switch (node.type) {
    case 'paragraph':
    case 'listItem':
    case 'blockquote':
      return [text]
    case 'table':
      return bodyTexts(node)
    default:
      return []
  }
}

function bodyTexts(table: Table): string[] {
  return table.children.slice(1).flatMap(row => row.children.map(cell => plain(cell)))
}

function isMarked({node}: Block, markers: readonly string[], source: string): boolean {
  const start = startOf(node)
  return markers.some(marker => source.startsWith(marker, start))
}
