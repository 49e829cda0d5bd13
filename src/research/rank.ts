import MiniSearch, {type SearchResult} from 'minisearch'
import {compareCodeUnits} from '../text/index.js'
import {fileNameOf} from './names.js'
import {TIERS, tierOf} from './tiers.js'
import type {RankedResearch, ResearchSketch} from './types.js'
import {termOf, wordsOf} from './words.js'

export interface RankOptions {
  /** The day as of which tiers are told, `yyyy-mm-dd`; default: the newest document's. */
  date?: string
}

// What is searched, with its name in a reason.
const FIELDS = {
  file: 'file name',
  topic: 'topic',
  title: 'title',
  tags: 'tags',
  headings: 'headings',
}
type Field = keyof typeof FIELDS
const NAMES = Object.keys(FIELDS).filter(isField)

// A heading says what a part is about, a name what the whole is about.
const BOOST = {headings: 0.5}
// "auth" is meant by "authentication", but two letters begin too many words.
const LEAST_PREFIX = 3

/**
 * Ranks research documents by how well their names and headings fit a query: BM25 over file name, topic, title, tags and
 * headings. Equal scores are ordered by tier, then by path. All documents come back, those without a match last.
 *
 * @example
 * import {rankResearch, readResearch} from 'specwright'
 *
 * const files = {'research/a.md': '# Search\n', 'research/b.md': '# Invoices and exports\n'}
 * const documents = Object.entries(files).map(([path, text]) => readResearch(path, text))
 * const [best] = rankResearch('Invoice export', documents, {date: '2026-03-01'})
 * console.log(best.document.path) // research/b.md
 */
export function rankResearch<Document extends ResearchSketch>(
  query: string,
  documents: readonly Document[],
  options: RankOptions = {},
): RankedResearch<Document>[] {
  return rankerOf(documents)(query, options)
}

/** As `rankResearch`, for many queries: the index is built once. */
export function rankerOf<Document extends ResearchSketch>(
  documents: readonly Document[],
): (query: string, options?: RankOptions) => RankedResearch<Document>[] {
  // Sums of fractions depend on their order, so documents are taken in one that never changes.
  const sorted = [...documents].sort((a, b) => compareCodeUnits(a.path, b.path))
  const search = searchIn(sorted)
  return (query, options = {}) => {
    const today = options.date ?? newest(sorted)
    const found = search(query)
    const ranked = sorted.map((document, index): RankedResearch<Document> => {
      const result = found.get(index)
      return {
        document,
        score: result ? Math.round(result.score * 1000) / 1000 : 0,
        tier: tierOf(document.date, today),
        reason: result ? reasonOf(query, result) : '',
      }
    })
    // Sorting is stable: what is equal stays in the order of paths.
    return ranked.sort((a, b) => b.score - a.score || TIERS.indexOf(a.tier) - TIERS.indexOf(b.tier))
  }
}

function searchIn(documents: readonly ResearchSketch[]): (query: string) => Map<number, SearchResult> {
  const index = new MiniSearch<{id: number} & Record<Field, string>>({
    fields: NAMES,
    tokenize: wordsOf,
    processTerm: word => termOf(word) ?? null,
  })
  index.addAll(documents.map((document, id) => ({id, ...fieldsOf(document)})))
  return query => {
    const results = index.search(query, {boost: BOOST, prefix: term => term.length >= LEAST_PREFIX})
    return new Map(results.map(result => [Number(result.id), result]))
  }
}

function fieldsOf(document: ResearchSketch): Record<Field, string> {
  return {
    file: fileNameOf(document.path),
    topic: document.topic,
    title: document.title,
    tags: document.tags.join('\n'),
    // The title is a field of its own.
    headings: document.headings
      .filter(heading => heading.level > 1)
      .map(heading => heading.text)
      .join('\n'),
  }
}

/** "invoice (file name, topic), export (headings)" */
function reasonOf(query: string, {match}: SearchResult): string {
  const reasons: string[] = []
  for (const [term, word] of termsOf(query)) {
    const prefixed = term.length >= LEAST_PREFIX
    const matched = Object.entries(match).filter(([found]) => (prefixed ? found.startsWith(term) : found === term))
    const fields = NAMES.filter(name => matched.some(([, names]) => names.includes(name)))
    if (fields.length > 0) reasons.push(`${word} (${fields.map(name => FIELDS[name]).join(', ')})`)
  }
  return reasons.join(', ')
}

/** The query's terms, each with the word that it was first written as. */
function termsOf(query: string): Map<string, string> {
  const terms = new Map<string, string>()
  for (const word of wordsOf(query)) {
    const term = termOf(word)
    if (term !== undefined && !terms.has(term)) terms.set(term, word)
  }
  return terms
}

function newest(documents: readonly ResearchSketch[]): string {
  return documents.reduce((latest, {date = ''}) => (date > latest ? date : latest), '0000-01-01')
}

function isField(name: string): name is Field {
  return name in FIELDS
}
