import type {Message, Report} from '../../lint/index.js'
import {count} from '../../text/count.js'
import {printable} from '../../text/printable.js'
import type {ScreenContext} from '../types.js'
import {safe} from './sheet.js'
import {wrap} from './wrap.js'

// Of many fixes that were left out these are told; who wants them all reads another format.
const MOST_WITHDRAWN = 5

/** What a run mended, and which fixes it left out. Nothing where it was not to mend. */
export function mendedLines(
  {mended}: Pick<Report, 'mended'>,
  {columns, show}: Pick<ScreenContext, 'columns' | 'show'>,
): string[] {
  if (!mended) return []
  const files = mended.files.filter(({written, mended: messages}) => written && messages.length > 0)
  const number = files.reduce((sum, file) => sum + file.mended.length, 0)
  const verb = mended.dryRun ? 'Would mend' : 'Mended'
  // A fix may uncover what is mended too.
  const sum = number > mended.found ? count(number, 'message') : `${number} of ${count(mended.found, 'message')}`
  const what = number === 0 ? 'nothing' : `${sum} in ${count(files.length, 'file')}`
  const lines = wrap(`${verb} ${what}.`, columns, '  ')
  const withdrawn = mended.files.flatMap(({path, withdrawn: messages}) => messages.map(message => ({path, message})))
  if (withdrawn.length === 0) return lines
  const one = withdrawn.length === 1
  const head = one
    ? '1 fix left out, for it would change more than it says, or bring other messages:'
    : `${withdrawn.length} fixes left out, for they would change more than they say, or bring other messages:`
  lines.push(...wrap(head, columns, '  '))
  for (const {path, message} of withdrawn.slice(0, MOST_WITHDRAWN))
    lines.push(...wrap(`  ${placeOf(path, message, show)} (${safe(message.ruleId)})`, columns, '    '))
  const more = withdrawn.length - MOST_WITHDRAWN
  if (more > 0) lines.push(`  and ${count(more, 'other')}, see --format json`)
  return lines
}

function placeOf(path: string, {range}: Message, show: (path: string) => string): string {
  return `${printable(show(path))}:${range.start.line}`
}
