import {
  type Choice,
  type ColumnName,
  columnNames,
  fitsMarker,
  isColumn,
  lastingNames,
  type PageOptions,
} from '../../../listing/index.js'
import type {Values} from '../../types.js'
import {FORMAT, MAX_SIZE, STAGED} from '../options.js'
import {didYouMean, listed, UsageError} from '../usage.js'

export const LIST_OPTIONS = {
  status: {
    type: 'list',
    value: 'STATUS',
    describe:
      'Only those of this status: in full, in its short form, in other words of the form, or with hyphens. May be given again',
  },
  kind: {type: 'list', value: 'KIND', describe: 'Only documents of this kind. May be given again'},
  owner: {type: 'list', value: 'NAME', describe: 'Only those whose owner holds this, case aside. May be given again'},
  'older-than': {type: 'string', value: 'DAYS', describe: 'Only those not updated for more than so many days'},
  open: {type: 'boolean', describe: 'Only those with open questions'},
  'with-errors': {type: 'boolean', describe: 'Only those with errors'},
  sort: {
    type: 'string',
    value: 'COLUMN',
    choices: columnNames,
    describe: `Order by a column: ${columnNames.join(', ')}. By default path`,
  },
  reverse: {type: 'boolean', alias: 'r', describe: 'In reverse order'},
  columns: {
    type: 'string',
    value: 'COLUMNS',
    describe: 'What to show: columns that --sort names, with commas between',
  },
  write: {
    type: 'string',
    value: 'FILE',
    describe: 'Write the list to this page, between its markers; a new page is made',
  },
  append: {type: 'boolean', describe: 'With --write: add the markers to the end of a page that has none'},
  check: {type: 'boolean', describe: 'With --write: print what would change as a diff, and write nothing'},
  staged: STAGED,
  format: FORMAT,
  'max-size': MAX_SIZE,
} as const

type Given = Values<typeof LIST_OPTIONS>

/** What is to be listed. */
export interface ListRequest {
  choice: Choice
  /** Absent: the usual ones. */
  columns?: readonly ColumnName[]
}

/** Reads the options. What cannot be followed is a usage error. */
export function requestFrom(given: Given): ListRequest {
  const {status, kind, owner, sort, reverse, open, 'with-errors': errors, 'older-than': age} = given
  const columns = given.columns === undefined ? undefined : columnsIn(given.columns)
  const olderThan = age === undefined ? undefined : daysIn(age)
  return {
    choice: {
      ...(status.length > 0 && {status}),
      ...(kind.length > 0 && {kind}),
      ...(owner.length > 0 && {owner}),
      ...(olderThan !== undefined && {olderThan}),
      ...(sort !== undefined && isColumn(sort) && {sort}),
      open,
      errors,
      reverse,
    },
    ...(columns && {columns}),
  }
}

/** A page that the list is to be written to. */
export interface PageRequest {
  file: string
  append: boolean
  check: boolean
  /** How its list is to be made from now on; absent: as its marker says. */
  options?: Partial<PageOptions>
}

/** The page that is asked for; undefined where none is. */
export function pageRequest(given: Given, paths: readonly string[]): PageRequest | undefined {
  const {write: file, append, check} = given
  if (file === undefined) {
    const alone = append ? '--append' : check ? '--check' : undefined
    if (alone !== undefined) throw new UsageError(`Unexpected ${alone} without --write, expected a page to write to`)
    return undefined
  }
  refuseBeside(given, paths)
  const {choice, columns} = requestFrom(given)
  const fleeting = [...(columns ?? []), ...(choice.sort ? [choice.sort] : [])].find(
    name => !lastingNames.includes(name),
  )
  if (fleeting !== undefined)
    throw new UsageError(
      `Unexpected column "${fleeting}" in a page, which changes though no document does, expected ${listed(lastingNames)}`,
    )
  for (const value of [...(choice.status ?? []), ...(choice.kind ?? []), ...(choice.owner ?? [])])
    if (!fitsMarker(value))
      throw new UsageError(`Unexpected "${value}" for a page, expected words without quotes, line breaks and "--"`)
  const isAsked =
    columns ?? choice.status ?? choice.kind ?? choice.owner ?? choice.sort ?? (choice.reverse || undefined)
  return {file, append, check, ...(isAsked !== undefined && {options: {choice, ...(columns && {columns})}})}
}

// What is chosen by the day, or by what lint says, would change a page though no document does.
function refuseBeside(given: Given, paths: readonly string[]): void {
  const options = ['older-than', 'open', 'with-errors', 'staged', 'format'] as const
  const beside = options.find(name => given[name] !== undefined && given[name] !== false)
  if (beside !== undefined) throw new UsageError(`Unexpected --${beside} beside --write, expected one of them`)
  const [path] = paths
  if (path !== undefined)
    throw new UsageError(`Unexpected "${path}" beside --write, expected none: a page lists the specs of its workspace`)
  if (given.append && given.check) throw new UsageError('Unexpected --append beside --check, expected one of them')
}

function columnsIn(text: string): ColumnName[] {
  const names = text.split(',').map(name => name.trim())
  if (names.includes(''))
    throw new UsageError(`Unexpected "${text}", expected names of columns with commas between them`)
  const unknown = names.find(name => !isColumn(name))
  if (unknown !== undefined)
    throw new UsageError(
      `Unknown column "${unknown}", expected ${listed(columnNames)}${didYouMean(unknown, columnNames)}`,
    )
  return [...new Set(names.filter(isColumn))]
}

function daysIn(text: string): number {
  if (/^\d{1,6}$/.test(text)) return Number(text)
  throw new UsageError(`Unexpected --older-than "${text}", expected a number of days such as 90`)
}
