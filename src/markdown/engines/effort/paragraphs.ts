import {itemAt} from '../../../text/index.js'

/** What a stretch of lines has that the reference reads as words, as far as it costs: a paragraph, a heading, a row, an item. */
export interface Paragraph {
  length: number
  lines: number
  /** Runs of marks of emphasis. */
  runs: number
  /** Signs in those runs. */
  signs: number
  closers: number
  /** Brackets that a target or a label follows. */
  links: number
  images: number
  /** Brackets in one another at the deepest place. */
  depth: number
  /** "<!" and "<?", each of which is sought an end for. */
  openings: number
  /** All signs that may mean something. */
  marks: number
}

const BLANK = /^[ \t>]*$/
const BEGINS = /^ {0,3}(?:[-+*][ \t]|#{1,6}[ \t])/
const DELIMITERS = /^[ \t>]*(?:\|[ \t]*)?:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*(?:\|[ \t]*)?$/
const MARK = /\]\(|\]\[|!\[|<[!?]|([*_~])\1*|[[\]`<&\\|@]/g

// What a comment at the beginning of a line may stand in, without being one: a fence, other raw text, frontmatter.
const RAW = /`{3}|~{3}|<(?:script|pre|style|textarea|\?|![a-z[])/i

/** The stretches of words of a text, lines of fences among them. */
export function* paragraphsOf(lines: readonly string[]): Generator<Paragraph> {
  let begin = 0
  let isTable = false
  let isComment = false
  let mayBeRaw = /^\uFEFF?---/.test(itemAt(lines, 0))
  for (const [index, line] of lines.entries()) {
    if (isComment) {
      begin = index + 1
      isComment = !line.includes('-->')
      continue
    }
    // A comment that begins a block is raw to its end, and costs nothing; most documents have no other raw text before theirs.
    mayBeRaw ||= RAW.test(line)
    const isFirst = index === begin || BLANK.test(itemAt(lines, index - 1))
    if (line.startsWith('<!--') && isFirst && !mayBeRaw) {
      begin = index + 1
      // "<!-->" is all of one.
      isComment = !line.includes('-->', 2)
      continue
    }
    if (BLANK.test(line) || BEGINS.test(line) || isTable) {
      if (index > begin) yield countedIn(lines.slice(begin, index).join('\n'))
      begin = index
      if (BLANK.test(line)) isTable = false
    } else if (DELIMITERS.test(line) && index > 0) isTable = isTable || bars(line) === bars(itemAt(lines, index - 1))
  }
  yield countedIn(lines.slice(begin).join('\n'))
}

function bars(line: string): number {
  return line.split('|').length
}

function countedIn(text: string): Paragraph {
  const counted = {
    length: text.length,
    lines: text.split('\n').length,
    runs: 0,
    signs: 0,
    closers: 0,
    links: 0,
    images: 0,
    depth: 0,
    openings: 0,
    marks: 0,
  }
  let [open, targets] = [0, 0]
  for (const [mark] of text.matchAll(MARK)) {
    counted.marks++
    if (/^[*_~]/.test(mark)) {
      counted.runs++
      counted.signs += mark.length
    } else if (mark === '![') counted.images++
    else if (mark === '<!' || mark === '<?') counted.openings++
    if (mark.startsWith(']')) {
      counted.closers++
      open = Math.max(0, open - 1)
    }
    if (mark.endsWith('[')) counted.depth = Math.max(counted.depth, ++open)
    if (mark === '](') targets++
    else if (mark.startsWith(']')) counted.links++
  }
  // Without an end it is no target.
  counted.links += Math.min(targets, targets === 0 ? 0 : text.split(')').length - 1)
  counted.images = Math.min(counted.images, counted.closers)
  return counted
}
