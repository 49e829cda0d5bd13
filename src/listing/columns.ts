import type {Listed} from './types.js'

/** One column of a list. */
export interface Column {
  /** Its heading in a page. */
  heading: string
  /** Above a number, on a screen: the beginning of its name, so that digits are not lost in white space. By default the name. */
  short?: string
  /** What stands in the cell; empty where nothing is known. */
  text(entry: Listed): string
  /** What rows are ordered by; undefined where nothing is known. */
  key(entry: Listed): string | number | undefined
  /** Whether it is a number. */
  isNumber?: boolean
  /** Whether it may change though the document does not: with the day, the code, or other documents. */
  isFleeting?: boolean
}

const number = (key: (entry: Listed) => number | undefined): Pick<Column, 'text' | 'key' | 'isNumber'> => ({
  text: entry => String(key(entry) ?? ''),
  key,
  isNumber: true,
})
const words = (key: (entry: Listed) => string | undefined): Pick<Column, 'text' | 'key'> => ({
  text: entry => key(entry) ?? '',
  key: entry => key(entry)?.toLowerCase(),
})

const table = {
  path: {heading: 'Path', text: ({path}: Listed) => path, key: ({path}: Listed) => path},
  title: {heading: 'Title', ...words(({title}) => title)},
  kind: {heading: 'Kind', ...words(({kind}) => kind)},
  status: {heading: 'Status', text: statusText, key: statusRank},
  note: {heading: 'Note', ...words(({status}) => status?.note)},
  owner: {heading: 'Owner', ...words(({owner}) => owner)},
  created: {heading: 'Created', ...words(({created}) => created)},
  // Who names one day only has not changed it since.
  updated: {heading: 'Updated', ...words(({updated, created}) => updated ?? created)},
  age: {
    heading: 'Age',
    isFleeting: true,
    text: ({age}: Listed) => (age === undefined ? '' : `${age}d`),
    key: ({age}: Listed) => age,
    isNumber: true,
  },
  sections: {
    heading: 'Sections',
    short: 'sect',
    text: ({sections}: Listed) => (sections ? `${sections.filled}/${sections.all}` : ''),
    key: ({sections}: Listed) => (sections ? sections.filled / Math.max(1, sections.all) : undefined),
    isNumber: true,
  },
  open: {heading: 'Open questions', ...number(({questions}) => questions)},
  cited: {heading: 'Citations', isFleeting: true, ...number(({citations}) => citations?.all)},
  wrong: {heading: 'Wrong', isFleeting: true, ...number(({citations}) => citations?.wrong)},
  errors: {heading: 'Errors', short: 'err', isFleeting: true, ...number(({messages}) => messages?.errors)},
  warnings: {heading: 'Warnings', short: 'warn', isFleeting: true, ...number(({messages}) => messages?.warnings)},
} satisfies Record<string, Column>

export type ColumnName = keyof typeof table

/** What a list can tell, by name. */
export const COLUMNS: Readonly<Record<ColumnName, Column>> = table

export const columnNames: readonly string[] = Object.keys(table)

/** Those of a page, which changes only with the documents. */
export const lastingNames: readonly string[] = columnNames.filter(name => isColumn(name) && !COLUMNS[name].isFleeting)

export function isColumn(name: string): name is ColumnName {
  return Object.hasOwn(table, name)
}

// Short: what stands in brackets says it again in other words.
function statusText({status, statuses}: Listed): string {
  if (!status?.known) return status?.value ?? ''
  return statuses.find(({name}) => name === status.name)?.short ?? status.name
}

// In the order of a document's life; one that is of no form comes last.
function statusRank({status, statuses}: Listed): number | undefined {
  if (!status || status.value === '') return undefined
  const rank = statuses.findIndex(({name}) => name === status.name)
  return rank < 0 ? statuses.length : rank
}
