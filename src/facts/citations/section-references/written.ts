import type {Passage, Scene} from '../scene.js'
import type {Slice} from '../slice.js'

/** A section that the text names: "Section 3a", "§4.1", "Section “Data model”". */
export interface Written extends Slice {
  passage: Passage
  /** "3a", "4.1", "Data model"; of several that are named together the first. */
  heading: string
  /** The others, of a range its ends: "Sections 1, 3 and 5–7". */
  others: readonly string[]
  /** By the sign "§"; else by the word. */
  sign: boolean
}

const NUMBER = String.raw`(?:[A-Z]\.)?\d{1,3}(?:\.\d{1,3}){0,6}[a-z]?(?![\w/%]|\.\d)`
const RANGE = String.raw`(?:\s?[-–]\s?${NUMBER})?`
// Several are announced: "Sections", "§§". Behind "Section 3," another number may count anything.
const MORE = String.raw`(?:(?:,\s?(?:and\s)?|\s(?:and|&)\s)${NUMBER}${RANGE}){0,12}`
const QUOTED = String.raw`"([^"\n]{1,200})"|“([^”\n]{1,200})”`
// Behind the sign a title may stand without quotation marks: "§Option C".
const WORD = '[A-Z][A-Za-z]+(?:-[A-Za-z]+){0,3}'
const TITLE = String.raw`${WORD}(?: ${WORD}){0,3}(?: (?:\d{1,3}|[A-Z])\b)?`
const WRITTEN = new RegExp(
  String.raw`(?:\b[Ss]ections\s{1,3}|§§\s?)(${NUMBER}${RANGE}${MORE})|(?:\b[Ss]ections?\s{1,3}|§{1,2}\s?)(?:(${NUMBER}${RANGE})|(?:${QUOTED}))|§{1,2}\s?(${TITLE})`,
  'g',
)
const EACH = new RegExp(NUMBER, 'g')

/** Every section that plain text names, in order. */
export function writtenIn(scene: Scene): Written[] {
  return scene.passages.flatMap(passage => {
    const text = scene.source.slice(passage.from, passage.to)
    if (!/§|section/i.test(text)) return []
    return [...text.matchAll(WRITTEN)].flatMap(match => {
      const [whole, several, one, straight, curly, title] = match
      const numbers = [...(several ?? one ?? '').matchAll(EACH)].map(([number]) => number)
      const words = [straight, curly, title].flatMap(each => each?.trim() || [])
      const [heading, ...others] = [...numbers, ...words]
      const from = passage.from + match.index
      const sign = whole.startsWith('§')
      return heading === undefined ? [] : [{from, to: from + whole.length, passage, heading, others, sign}]
    })
  })
}
