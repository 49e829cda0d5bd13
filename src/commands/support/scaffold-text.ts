import type {Message} from '../../lint/index.js'
import {count, definitions, type Palette, padded, wrap} from '../../reporters/index.js'
import type {Considered, ScaffoldResult} from '../../scaffold/index.js'
import {printable} from '../../text/index.js'

export interface ScaffoldTextContext {
  columns: number
  palette: Palette
  written: boolean
  /** A path of the workspace as the user types it. */
  show(path: string): string
  /** What lint says of the document; undefined where it was not asked. */
  left: readonly Message[] | undefined
}

// Documents that match less than the chosen ones are of interest only to see that the choice was right.
const MOST_OTHERS = 3

/** What was filled in from where, which research was chosen and why, and what to do next. */
export function scaffoldText(result: ScaffoldResult, context: ScaffoldTextContext): string {
  const {palette, written, show} = context
  const head = `${written ? palette.good('Wrote') : 'Would write'} ${palette.strong(printable(show(result.path)))}`
  const parts = [[head], filledIn(result, context), research(result, context), next(result, context)]
  return `${parts
    .filter(lines => lines.length > 0)
    .map(lines => lines.join('\n'))
    .join('\n\n')}\n`
}

function filledIn({values, research}: ScaffoldResult, {columns, palette}: ScaffoldTextContext): string[] {
  const paths = research.filter(({chosen}) => chosen).map(({path}) => path)
  // The chosen documents are listed below: once is enough.
  const short = (words: string, instead: string) => (paths.length > 0 && words === paths.join(', ') ? instead : words)
  const rows = values
    .filter(({field}) => field !== 'path')
    .map(({field, value, source}) => {
      const words = short(value, count(paths.length, 'document'))
      return [field, `${printable(words)} (${printable(short(source, 'the chosen research'))})`] as const
    })
  return [palette.quiet('Filled in'), definitions(rows, columns)]
}

function research({research: considered}: ScaffoldResult, context: ScaffoldTextContext): string[] {
  if (considered.length === 0) return []
  const chosen = considered.filter(entry => entry.chosen)
  const others = considered.filter(entry => !entry.chosen)
  const more = others.length - MOST_OTHERS
  return [
    context.palette.quiet(
      chosen.length === 0 ? 'No research fits' : `Chose ${count(chosen.length, 'research document')}`,
    ),
    ...chosen.flatMap(entry => entryLines(entry, context)),
    ...(others.length > 0 ? [context.palette.quiet('Left out')] : []),
    ...others.slice(0, MOST_OTHERS).flatMap(entry => entryLines(entry, context)),
    ...(more > 0 ? [`  and ${more} more that match less ("spec research" lists them)`] : []),
  ]
}

function entryLines({path, score, tier, reason}: Considered, {columns, palette, show}: ScaffoldTextContext): string[] {
  const rank = padded(`  ${score.toFixed(1)}`, 9)
  const indent = ' '.repeat(9)
  return [
    `${rank}${palette.strong(printable(show(path)))}`,
    ...wrap(`${indent}${tier}: ${printable(reason)}`, columns, indent),
  ]
}

function next({nextSteps}: ScaffoldResult, {columns, palette, left}: ScaffoldTextContext): string[] {
  const errors = left?.filter(({severity}) => severity === 'error') ?? []
  const people = left?.filter(({ruleId}) => ruleId === 'machine-author') ?? []
  const warnings = (left?.length ?? 0) - errors.length
  const words = [
    ...(warnings > 0 ? [`${count(warnings, 'part')} still to be filled in.`] : []),
    ...[...errors, ...people].map(({reason, help}) => `${printable(reason)}${help === undefined ? '' : `. ${help}`}.`),
  ]
  return [
    palette.quiet('Next'),
    ...words.flatMap(line => wrap(`  ${line}`, columns, '  ')),
    ...nextSteps.flatMap((step, index) => wrap(`  ${index + 1}. ${printable(step)}`, columns, '     ')),
  ]
}
