import {within} from '../reading/lists.js'
import {positionOf} from '../reading/positions.js'
import type {TextBlock} from '../types.js'
import type {SectionFact} from './types.js'

/** Paragraphs outside lists, quotes, tables and footnotes that have text. */
export const paragraphs: SectionFact<TextBlock[]> = document => {
  const all = document.blocks
    .filter(({node, outermost, text}) => node.type === 'paragraph' && outermost && text !== '')
    .map(({node, text}) => ({text, position: positionOf(node)}))
  return section => within(all, section)
}
