import type {PartChange, PlannedDocument} from '../../../migrate/index.js'
import {count, type Palette, wrap} from '../../../reporters/index.js'
import {noCommand} from '../../../text/escape.js'
import {firstMatch} from '../../../text/index.js'
import {printable} from '../../../text/printable.js'
import {isMigrated, type Run} from './json.js'

/** How a run is told. */
interface Page {
  palette: Palette
  columns: number
  /** Whether the files hold it now. */
  written: boolean
  show(path: string): string
}

/** What was done, or would be, document by document, and in sum. */
export function migrationText(run: Run, page: Page): string {
  const {palette, columns} = page
  const blocks = [
    ...run.documents.flatMap(document => documentLines(document, run, page)),
    ...run.unread.map(({path, reason}) => `${name(path, page)}: ${palette.error('not read')}, ${printable(reason)}`),
    ...citationLines(run, page),
    ...leftLines(run, page),
    ...optionalLines(run),
    sumOf(run, page),
  ]
  const lines = blocks.flatMap(line => wrap(line, columns, `${firstMatch(/^ */, line)}  `))
  return `${lines.map(noCommand).join('\n')}\n`
}

function documentLines(document: PlannedDocument, run: Run, page: Page): string[] {
  const {path, migration} = document
  const {palette} = page
  if (!migration.ok) return [`${name(path, page)}: ${palette.error('left as it is')}, ${printable(migration.reason)}`]
  // Of many documents that are as they should be the sum tells.
  if (!isMigrated(document, run)) return []
  const {from, parts} = migration
  const lines = parts.flatMap(part => partLines(part))
  const alone = lines.length === 0 ? ', its comment alone' : ''
  return [`${name(path, page)}: version ${from} to ${run.version}${alone}`, ...lines]
}

// What was done with the words of nobody.
const WHY: Partial<Record<PartChange['change'], string>> = {
  added: 'to be filled in',
  renewed: 'the new form: nobody had filled in the old one',
  removed: 'nobody had filled it in',
}

// What a document may have besides is told once for all.
function partLines({change, part, name: words, to, reason}: PartChange): string[] {
  if (change === 'optional' && reason === undefined) return []
  const what = part === 'row' ? 'row ' : ''
  const now = to === undefined ? '' : change === 'kept' ? `, now "${printable(to)}"` : ` to "${printable(to)}"`
  const because = reason ?? (part === 'section' ? WHY[change] : undefined)
  const why = because === undefined ? '' : ` (${because})`
  return [`  ${change === 'optional' ? 'not added' : change} ${what}"${printable(words)}"${now}${why}`]
}

function citationLines({files}: Run, page: Page): string[] {
  return files.flatMap(({path, rewritten}) => {
    const lines = rewritten.map(
      ({line, of, from, to}) =>
        `${name(path, page)}:${line}: ${page.written ? 'cites' : 'would cite'} #${printable(to)} of ${printable(page.show(of))}, ` +
        `not #${printable(from)}`,
    )
    // A line may cite it again and again.
    return [...new Set(lines)]
  })
}

function leftLines({documents, left}: Run, page: Page): string[] {
  const own = documents.flatMap(({path, migration}) =>
    migration.ok ? migration.left.map(each => ({...each, path, of: path})) : [],
  )
  return [...own, ...left].map(({path, line, text, of, to}) => {
    const whose = of === path ? '' : ` in ${printable(page.show(of))}`
    const now = to === undefined ? 'is called otherwise now' : `is "${printable(to)}" now`
    return `${name(path, page)}:${line}: look at ${printable(text)}, which ${now}${whose}`
  })
}

function optionalLines({documents, version}: Run): string[] {
  const counts = new Map<string, number>()
  for (const {migration} of documents)
    for (const {change, part, name: words, reason} of migration.ok ? migration.parts : [])
      if (change === 'optional' && reason === undefined) {
        const key = part === 'row' ? `the row "${words}"` : `"${words}"`
        counts.set(key, (counts.get(key) ?? 0) + 1)
      }
  return [...counts].map(
    ([key, number]) => `Version ${version} may also have ${printable(key)}: ${count(number, 'document')} without it`,
  )
}

function sumOf(run: Run, {written, palette}: Page): string {
  const {documents, unread, version} = run
  const migrated = documents.filter(document => isMigrated(document, run)).length
  const left = documents.filter(({migration}) => !migration.ok).length
  const already = documents.length - migrated - left
  const done = `${written ? palette.good('Migrated') : 'Would migrate'} ${count(migrated, 'document')} to version ${version}`
  return [
    done,
    ...(already > 0 ? [`${already} of that version already`] : []),
    ...(left > 0 ? [`${left} left as ${left === 1 ? 'it is' : 'they are'}`] : []),
    ...(unread.length > 0 ? [`${unread.length} not read`] : []),
  ].join(', ')
}

function name(path: string, {palette, show}: Page): string {
  return palette.strong(printable(show(path)))
}
