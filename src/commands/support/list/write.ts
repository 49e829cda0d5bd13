import {applyEdits} from '../../../fixes/index.js'
import {readIndexes} from '../../../lint/index.js'
import {beginMarker, END_MARKER, optionsText} from '../../../listing/index.js'
import {LimitError} from '../../../markdown/index.js'
import {count} from '../../../reporters/index.js'
import {isDocument, leavesRoot, lineEnding, rethrowUnless} from '../../../text/index.js'
import type {Home, Workspace} from '../../../workspace/index.js'
import type {Context} from '../../types.js'
import {withSchema} from '../kinds.js'
import {shownDiff} from '../shown-diff.js'
import {UsageError} from '../usage.js'
import {homeOf, shownFrom} from '../workspace.js'
import type {PageRequest} from './request.js'

interface Writing {
  workspace: Workspace
  context: Context
  bytes: number
}

type Indexes = Awaited<ReturnType<typeof readIndexes>>['indexes']
type Made = Indexes[number] & Required<Pick<Indexes[number], 'content' | 'expected' | 'documents'>>

/** Keeps the lists of a page up to date: writes it, or with `check` tells what would change. Returns the exit status. */
export async function writePage(page: PageRequest, writing: Writing): Promise<number> {
  const {workspace, context, bytes} = writing
  const home = await homeOf(workspace, page.file, context)
  const {path} = home
  if (!isDocument(path)) throw new UsageError(`Unexpected page "${page.file}", expected a Markdown document (".md")`)
  if (leavesRoot(path) || /^(?:\/|[A-Za-z]:)/.test(path))
    throw new UsageError(`Unexpected page "${page.file}" outside of the workspace, expected one in it`)
  const before = await textOf(page, home)
  const read = (text: string) =>
    withSchema(undefined, home.workspace, context, () =>
      readIndexes(text, {path, workspace: home.workspace, limits: {bytes}}),
    ).catch((error: unknown) => {
      rethrowUnless(error, LimitError)
      throw new UsageError(`"${page.file}" cannot be read: ${error.message}`)
    })
  const marked = await withMarkers(page, before, home, async text => (await read(text)).indexes)
  const {indexes, listed} = await read(marked)
  refuseProblems(page, indexes)
  const lists = indexes.filter(isMade)
  const edits = lists.filter(({current}) => !current).map(({content, expected}) => ({range: content, text: expected}))
  const after = applyEdits(marked, edits)
  const unread = listed.filter(({reason}) => reason !== undefined)
  const show = shownFrom(workspace)
  for (const entry of unread) context.note(`note: "${show(home.outward(entry.path))}" cannot be read: ${entry.reason}`)
  const status = unread.length > 0 ? 2 : 0
  const shown = show(home.outward(path))
  if (after === before) {
    context.print(`${shown} is up to date\n`)
    return status
  }
  if (page.check) {
    context.print(shownDiff(shown, before ?? '', after))
    return Math.max(1, status)
  }
  const result = await home.workspace.replace(path, after, before)
  if (!result.ok) throw new UsageError(`"${page.file}" was not written: ${result.reason}`)
  const documents = lists.reduce((sum, each) => sum + each.documents, 0)
  context.print(`${before === undefined ? 'Made' : 'Wrote'} ${shown}: ${count(documents, 'document')}\n`)
  return status
}

// Of one that has no problem all is known.
function isMade(list: Indexes[number]): list is Made {
  return list.problem === undefined
}

async function textOf({file}: PageRequest, {workspace, path}: Home): Promise<string | undefined> {
  const reading = await workspace.read(path)
  if (reading.ok) return reading.text
  if (reading.code === 'missing') return undefined
  throw new UsageError(`"${file}" cannot be read: ${reading.reason}`)
}

/** The page with markers, and with what is asked for in them. */
async function withMarkers(
  page: PageRequest,
  before: string | undefined,
  {workspace, path}: Home,
  indexesIn: (text: string) => Promise<Indexes>,
): Promise<string> {
  const {file, options, append} = page
  const marker = beginMarker(optionsText(options ?? {}))
  if (before === undefined || before.trim() === '') {
    const kind = await workspace.kindOf(path)
    if (kind !== undefined)
      throw new UsageError(
        `Unexpected new page "${file}", which would be a document of the kind "${kind}", expected one that no kind claims, such as a README.md`,
      )
    return `# Specs\n\n${marker}\n${END_MARKER}\n`
  }
  const indexes = await indexesIn(before)
  if (indexes.length === 0) {
    if (append) return appended(before, marker)
    throw new UsageError(
      `"${file}" has no place for the list, expected these two lines in it (--append adds them to its end): ${marker} and ${END_MARKER}`,
    )
  }
  refuseProblems(page, indexes)
  if (!options) return before
  const [only, second] = indexes
  if (!only || second)
    return refuse(file, `it keeps ${indexes.length} lists: change what the marker of one says in the page itself`)
  return applyEdits(before, [{range: only.position, text: marker}])
}

function appended(text: string, marker: string): string {
  const end = lineEnding(text)
  const gap = /(?:\r\n|\n|\r)$/.test(text) ? end : end + end
  return `${text}${gap}${marker}${end}${END_MARKER}${end}`
}

function refuseProblems({file}: PageRequest, indexes: Indexes): void {
  for (const {problem, remedy, position} of indexes)
    if (problem !== undefined) refuse(file, `line ${position.start.line}: Unexpected ${problem}, expected ${remedy}`)
}

function refuse(file: string, why: string): never {
  throw new UsageError(`"${file}" was not written: ${why}`)
}
