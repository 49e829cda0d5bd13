import {wordsIn} from '../reading/words.js'
import {sumWithin} from './sums.js'

/** Words in paragraphs, lists and quotes: no headings, tables, fences or footnotes. */
export const words = sumWithin(({node, text, inFootnote}) =>
  node.type === 'paragraph' && !inFootnote ? wordsIn(text) : 0,
)
