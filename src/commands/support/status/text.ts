import {count, type Palette, wrap} from '../../../reporters/index.js'
import type {Bars, Next, PlannedFile, Standing, StatusSince} from '../../../status/index.js'
import {noCommand} from '../../../text/escape.js'
import {printable} from '../../../text/printable.js'
import {listed} from '../usage.js'

/** How a page is written. */
export interface Page {
  columns: number
  palette: Palette
  /** A path of the workspace as the user types it. */
  show(path: string): string
}

/** The status of a document, and what bars each that may follow. */
export function standingText(
  {standing, since, next}: {standing: Standing; since: StatusSince; next: readonly Next[]},
  page: Page,
): string {
  const {palette, show, columns} = page
  const row = standing.reading.metadata.status
  const value = row === undefined ? 'no status' : row.value === '' ? 'a blank status' : printable(row.value)
  const unknown =
    standing.current === undefined && row !== undefined && row.value !== ''
      ? ' which is none of its form'
      : standing.current === undefined
        ? ` (it counts as ${standing.statuses[0]?.name})`
        : ''
  const head = `${palette.strong(printable(show(standing.path)))}: ${palette.strong(value)}${unknown}${sinceWords(standing, since)}`
  const lines = next.flatMap(({name, bars}) => [
    `${palette.strong(printable(name))}: ${barWords(bars, palette)}`,
    ...barLines(bars, columns),
  ])
  const end = next.length === 0 ? ['No status follows it.'] : lines
  return block([head, '', ...end])
}

function sinceWords({current}: Standing, since: StatusSince): string {
  if (current === undefined) return ''
  if ('reason' in since) return ` (since when cannot be told: ${printable(since.reason)})`
  if (since.commit === undefined) return ', in no commit yet'
  return `, since ${since.date} (commit ${since.commit.slice(0, 10)})`
}

/** What was done, or would be. */
export function changeText(
  files: readonly PlannedFile[],
  {written, reason}: {written: boolean; reason: string | undefined},
  {palette, show}: Page,
): string {
  const lines = files.flatMap(({path, status, lost, day, refusal}) => {
    const name = palette.strong(printable(show(path)))
    const from = status?.from === undefined ? '' : `, before ${printable(status.from)}`
    const head = status
      ? `${written ? palette.good('Set') : 'Would set'} ${name} to ${palette.strong(printable(status.to))}${from}`
      : `${written ? palette.good('Linked') : 'Would link'} ${name}`
    return [
      head,
      ...(day === undefined ? [] : [`  last updated on ${day}`]),
      ...(refusal && reason !== undefined ? [`  against what bars it, for this reason: ${printable(reason)}`] : []),
      ...(lost === undefined ? [] : [`  without the words behind the former status: ${printable(lost)}`]),
    ]
  })
  return block(lines)
}

/** Why a status is not set. */
export function refusalText(files: readonly PlannedFile[], {columns, palette, show}: Page): string {
  const lines = files.flatMap(({path, status, refusal}) => {
    if (!refusal || !status) return []
    const head = `${palette.error('Refused')}: ${printable(show(path))} does not become ${printable(status.to)}`
    if ('bars' in refusal) return [`${head}, ${barWords(refusal.bars, palette)}`, ...barLines(refusal.bars, columns)]
    const next = refusal.notNext.map(name => `"${printable(name)}"`)
    const words = next.length === 0 ? 'nothing follows' : `expected ${listed(next)} after`
    return wrap(`${head}: ${words} "${printable(status.from ?? 'none')}"`, columns, '  ')
  })
  return block([...lines, '', '--force REASON sets it all the same, and the reason stands behind the status.'])
}

function barWords({messages, problem}: Bars, palette: Palette): string {
  if (problem !== undefined) return `it cannot be checked: ${printable(problem)}`
  return messages.length === 0 ? palette.good('nothing bars it') : `barred by ${count(messages.length, 'error')}`
}

function barLines({messages}: Bars, columns: number): string[] {
  return messages.flatMap(({range: {start}, ruleId, reason}) =>
    wrap(`  ${start.line}:${start.column} ${ruleId}: ${printable(reason)}`, columns, '    '),
  )
}

function block(lines: readonly string[]): string {
  return `${lines.map(noCommand).join('\n')}\n`
}
