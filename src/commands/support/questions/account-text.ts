import {clipped, count, type Palette, padded, wrap} from '../../../reporters/index.js'
import {append, greatest, printable} from '../../../text/index.js'
import {type Account, type Entry, FATES, type Fate} from './account.js'
import {fateWords, paintOf, questionWords} from './words.js'

export interface QuestionsPage {
  columns: number
  palette: Palette
  /** A path of the workspace as the user types it. */
  show(path: string): string
}

export interface AccountOptions {
  /** Also what a document leaves of research that it only mentions. */
  all: boolean
  /** Whether some fates only are asked for: who has none of them is left out. */
  filtered: boolean
}

const WIDEST_FATE = 'answered'.length

/** One document: each research document, and below it a question a line, with what became of it. */
export function accountText(account: Account, page: QuestionsPage, {all, filtered}: AccountOptions): string {
  const {palette, columns, show} = page
  const heading = palette.strong(printable(show(account.path)))
  if (account.status === 'not-checked')
    return `${heading}\n${wrap(`  not read: ${printable(account.reason)}`, columns, '  ').join('\n')}\n\n`
  const blocks = account.research.flatMap(({path, questions}) => {
    const shown = all ? questions : questions.filter(({reason}) => reason !== 'mentioned')
    const left = questions.length - shown.length
    // Of research that is merely mentioned nothing may be said at all.
    return shown.length === 0 ? [] : [researchBlock(path, shown, left, page)]
  })
  if (blocks.length === 0) return filtered ? '' : `${heading}\n  no questions\n\n`
  return `${[heading, ...blocks].join('\n')}\n\n`
}

function researchBlock(path: string, questions: readonly Entry[], left: number, page: QuestionsPage): string {
  const {palette, columns, show} = page
  const lines = wrap(`  ${printable(show(path))}`, columns, '  ').map(palette.related)
  const width = greatest(questions.map(({line}) => String(line).length))
  for (const entry of questions) append(lines, entryLines(entry, width, page))
  if (left > 0)
    lines.push(
      ...wrap(`  ${count(left, 'more question')} of it, and it is mentioned only (--all)`, columns, '  ').map(
        palette.quiet,
      ),
    )
  return lines.join('\n')
}

function entryLines(entry: Entry, width: number, {palette, columns}: QuestionsPage): string[] {
  const paint = paintOf(entry.fate, palette)
  const before = `  ${String(entry.line).padStart(width)}  `
  const indent = ' '.repeat(before.length + WIDEST_FATE + 2)
  const room = Math.max(20, columns - indent.length)
  const words = wrap(fateWords(entry), room).map(line => indent + palette.quiet(line))
  return [`${before}${paint(padded(entry.fate, WIDEST_FATE))}  ${clipped(questionWords(entry), room)}`, ...words]
}

export interface Tally {
  documents: number
  notChecked: number
  fates: Map<Fate, number>
  /** Of research that is only mentioned, not taken up. */
  mentioned: number
}

export function emptyTally(): Tally {
  return {documents: 0, notChecked: 0, fates: new Map(), mentioned: 0}
}

export function addTo(tally: Tally, {status, research}: Account): void {
  if (status === 'checked') tally.documents++
  else tally.notChecked++
  for (const {fate, reason} of research.flatMap(({questions}) => questions)) {
    if (reason === 'mentioned') tally.mentioned++
    else tally.fates.set(fate, (tally.fates.get(fate) ?? 0) + 1)
  }
}

/** "57 questions in 3 documents: 1 vanished, 20 open, 4 unclear, 12 moved, 20 answered." */
export function tallyText({documents, notChecked, fates, mentioned}: Tally, {palette, columns}: QuestionsPage): string {
  const all = [...fates.values()].reduce((sum, each) => sum + each, 0)
  const parts = FATES.flatMap(fate => {
    const number = fates.get(fate) ?? 0
    return number === 0 ? [] : [paintOf(fate, palette)(`${number} ${fate}`)]
  })
  const told = parts.length === 0 ? '' : `: ${parts.join(', ')}`
  const others = mentioned === 0 ? '' : ` ${count(mentioned, 'more question')} of research that is mentioned only.`
  const left = notChecked === 0 ? '' : ` ${count(notChecked, 'document')} could not be read.`
  return `${wrap(`${count(all, 'question')} in ${count(documents, 'document')}${told}.${others}${left}`, columns).join('\n')}\n`
}
