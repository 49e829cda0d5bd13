import {digest} from '../text/digest.js'
import type {ResearchQuestion} from './types.js'

const LENGTH = 8

/**
 * Ids of a document's questions: 8 hexadecimal digits of a digest of the words, letter case, marks and addresses aside, so that
 * a document that moves, or is set otherwise, keeps them. Where words return in the document, so does a number with them. The
 * same words in two documents are one question, and have one id.
 */
export function questionIds(questions: readonly Pick<ResearchQuestion, 'text'>[]): string[] {
  const counts = new Map<string, number>()
  return questions.map(({text}) => {
    const words = wordsIn(text)
    const count = (counts.get(words) ?? 0) + 1
    counts.set(words, count)
    return digest(count === 1 ? words : `${words} ${count}`).slice(0, LENGTH)
  })
}

/** "<!-- question: 3f9a2c41 -->": what an item is marked with that was carried over from research. */
export function questionMark(id: string): string {
  return `<!-- question: ${id} -->`
}

/** "<!-- questions: 3f9a2c41, 0b7d55aa -->": all that a document was made with. */
export function questionsMark(ids: readonly string[]): string {
  return `<!-- questions: ${ids.join(', ')} -->`
}

const MARK = /<!--\s*(questions?):\s*([0-9a-f]{8}(?:\s*,\s*[0-9a-f]{8})*)\s*-->/g

/** The ids in such marks in a text, and whether each mark stands beside the question itself. */
export function questionMarksIn(text: string): {ids: string[]; beside: boolean}[] {
  return [...text.matchAll(MARK)].map(([, name, ids = '']) => ({
    ids: ids.split(/\s*,\s*/),
    beside: name === 'question',
  }))
}

function wordsIn(markdown: string): string {
  const words = markdown
    .replace(/<!--[\s\S]*?(?:-->|$)/g, ' ')
    .replace(/\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s+"[^"]*")?\)/g, ']')
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)
  // What has no words at all is told by its signs.
  return words?.join(' ') ?? markdown.trim()
}
