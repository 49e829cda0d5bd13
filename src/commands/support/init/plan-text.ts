import {type Palette, wrap} from '../../../reporters/index.js'
import {printable} from '../../../text/index.js'
import type {Plan, Planned} from './types.js'

/** How a plan is told. */
export interface PlanTextContext {
  columns: number
  palette: Palette
  /** A planned file as the user types its path. */
  show(file: Planned): string
}

/** What will be, or was, written, like a diff. `isDone`: whole new files are named and not shown again. */
export function filesText({files}: Plan, isDone: boolean, context: PlanTextContext): string {
  return files.map(file => `${fileLines(file, isDone, context).join('\n')}\n`).join('')
}

function fileLines(file: Planned, isDone: boolean, {palette, show}: PlanTextContext): string[] {
  const {action, text} = file
  const path = palette.strong(printable(show(file)))
  if (action === 'keep') return [`${palette.quiet('Keep')} ${path}, which has what it needs`]
  const added = text
    .split('\n')
    .slice(0, -1)
    .map(line => palette.good(`  + ${printable(line)}`))
  // Nothing is cut from what has to be put in by hand.
  if (action === 'show') return [`${palette.strong('By hand')}: ${path} is there already. It needs`, ...added]
  if (isDone) return [`${palette.good(action === 'append' ? 'Added to' : 'Wrote')} ${path}`]
  return [`${action === 'append' ? 'Add to' : 'Write'} ${path}`, ...added]
}

/** What to do next. */
export function nextText({next}: Plan, {columns, palette}: PlanTextContext): string {
  const steps = next.flatMap((step, index) => wrap(`  ${index + 1}. ${printable(step)}`, columns, '     '))
  return `${[palette.quiet('Next'), ...steps].join('\n')}\n`
}
