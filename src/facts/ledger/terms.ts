import {ownText, trimmedEnd} from '../../text/index.js'

/** What a text is about: its terms, each with how much it tells apart from how rare it is. */
export type Terms = ReadonlyMap<string, number>

// A name tells more than a word: a path, an option, an identifier, a number.
const NAME = 1.75
const WORD = 1

// Words that stand in any question, or any answer, and tell nothing of its subject.
const IDLE = new Set(
  `a about above after all already also an and another any are as at be been before being below both but by can could
  current currently did do does each e.g eg either else etc even existing for from had has have how i.e ie if in into is issue it its just
  like many may maybe might more most much must need needed new no non not now of off on once only open or other our out over
  own per question rather research resolved same should since so some still such than that the their them then there these
  they this those through to too under until up use used uses using very via want was way we what when where whether which
  while who why will with without would yes yet you your`.split(/\s+/),
)

// The longest first. What is left must still be a word's stem.
const ENDING =
  /(?:izations?|isations?|ations?|itions?|ments?|ences?|ances?|ables?|ibles?|ities|ally|ness|ings?|ions?|ents?|ants?|ates?|ated|ers?|ors?|als?|ity|ive|ed|es|ly|y|e|s)$/
const LEAST_STEM = 4

// Behind code (without such marks in it), in which the other two would be words.
const UNSEEN = /(?<!`)(`+)[^`]+\1(?!`)|\]\([^()\s]*(?:\s+"[^"]*")?\)|<!--[\s\S]*?(?:-->|$)/g

type Known = Map<string, readonly (readonly [term: string, strength: number])[]>

// Most words of a document stand in the next one, too. They are kept in two generations: what was not asked for
// during the last one goes with it.
let [known, older]: [Known, Known] = [new Map(), new Map()]
const MOST_KNOWN = 8_000

function knownTerms(chunk: string) {
  const found = known.get(chunk)
  if (found !== undefined) return found
  if (known.size >= MOST_KNOWN) [known, older] = [new Map(), known]
  // They outlive the document that it stands in.
  const own = ownText(chunk)
  const terms = older.get(chunk) ?? termsIn(own)
  known.set(own, terms)
  return terms
}

/** The terms of a plain text: stems of its words; names whole, and the words in them besides. */
export function termsOf(text: string): Terms {
  const terms = new Map<string, number>()
  eachTerm(text, (term, strength) => {
    if (strength > (terms.get(term) ?? 0)) terms.set(term, strength)
  })
  return terms
}

/** The terms of a line of Markdown, as a reader sees it: without the addresses of its links, and without comments. */
export function termsOfMarkdown(text: string): Terms {
  return termsOf(text.replace(UNSEEN, match => (match[0] === '`' ? match : ' ')))
}

/** Tells the terms of a text as they come: some several times, with one strength or another. */
export function eachTerm(text: string, tell: (term: string, strength: number) => void): void {
  for (const chunk of text.split(/[\s`*~"“”()[\]{}<>|,;→—–]+/)) {
    for (const [term, strength] of knownTerms(chunk)) tell(term, strength)
  }
}

function termsIn(chunk: string): [string, number][] {
  const bare = trimmedEnd(chunk, /[^\p{L}\p{N}]/u).replace(/^[^\p{L}\p{N}$@#-]+/u, '')
  if (IDLE.has(bare.toLowerCase())) return []
  const words = wordsIn(bare)
  const isName = words.length > 1 || /\p{N}/u.test(bare) || /^[-$@#]/.test(bare)
  const terms = words
    .filter(word => !IDLE.has(word) && (word.length > 1 || /\p{N}/u.test(word)))
    .map((word): [string, number] => [stemOf(word), WORD])
  // "sub-agent" and "subagent" are one; a sentence's "and/or" is no name.
  if (isName && !words.every(word => IDLE.has(word)))
    terms.push([nameOf(bare), /\p{N}|[._/$@#:]|^--?\p{L}|\p{Ll}\p{Lu}/u.test(bare) ? NAME : WORD])
  return terms
}

function nameOf(bare: string): string {
  return bare.toLowerCase().replace(/[^\p{L}\p{N}.]/gu, '')
}

/** The words of a name: parts between signs, and of "camelCase". */
function wordsIn(bare: string): string[] {
  return bare
    .replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]/u)
    .filter(word => word !== '')
}

function stemOf(word: string): string {
  if (/\p{N}/u.test(word)) return word
  const stem = word.replace(ENDING, '')
  return stem.length < LEAST_STEM ? word : stem
}
