import {LimitError} from '../markdown/index.js'
import type {ResearchOutline} from '../research/index.js'
import {isDocument, rethrowUnless} from '../text/index.js'
import type {Note, Workspace} from '../workspace/index.js'
import {quoted} from './clean.js'
import {ScaffoldError} from './error.js'

/** A research document that was asked for or found. */
export interface Source {
  /** Relative to the root, with "/". */
  path: string
  /** Whether the request names it itself: it is chosen whatever its score. */
  named: boolean
}

/** What the request names; without a request, the workspace's research. Named files stand first, in the order of the request. */
export async function findSources(
  workspace: Workspace,
  requested: readonly string[],
): Promise<{sources: Source[]; notes: Note[]}> {
  if (requested.length === 0) {
    const {research, notHere = []} = await workspace.look([])
    return {
      sources: research.map(path => ({path, named: false})),
      notes: [
        ...notHere.map(folder => ({
          code: 'research-not-here',
          text: `The research folder ${quoted(folder)} is not here`,
        })),
        ...(research.length > 0 ? [] : [noResearch(workspace)]),
      ],
    }
  }
  const sources = new Map<string, Source>()
  for (const typed of requested) {
    const {files, problems} = await workspace.select([typed], {research: true})
    const [problem] = problems
    if (problem !== undefined) throw new ScaffoldError('research', problem)
    for (const {path, named} of files) {
      if (named) checkNamed(path)
      if (named || !sources.has(path)) sources.set(path, {path, named})
    }
  }
  const found = [...sources.values()]
  return {sources: [...found.filter(({named}) => named), ...found.filter(({named}) => !named)], notes: []}
}

/** Reads documents in the given way. One that is named must be readable; others are left out, with a note. */
export async function readSources<Document extends ResearchOutline>(
  workspace: Workspace,
  sources: readonly Source[],
  read: (path: string, text: string) => Document,
): Promise<{documents: Document[]; notes: Note[]}> {
  const documents: Document[] = []
  const notes: Note[] = []
  for (const {path, named} of sources) {
    const found = await readSource(workspace, path, read)
    if ('reason' in found) {
      if (named) throw new ScaffoldError('research', `${quoted(path)} cannot be read: ${found.reason}`)
      notes.push({code: 'research-not-read', text: `${path} was left out: ${found.reason}`})
      continue
    }
    documents.push(found)
    if (found.frontmatterProblem !== undefined) {
      const text = `The frontmatter of ${path} was left out: ${found.frontmatterProblem}`
      notes.push({code: 'frontmatter-not-read', text})
    }
  }
  return {documents, notes}
}

async function readSource<Document extends ResearchOutline>(
  workspace: Workspace,
  path: string,
  read: (path: string, text: string) => Document,
): Promise<Document | {reason: string}> {
  const reading = await workspace.read(path)
  if (!reading.ok) return {reason: reading.reason}
  try {
    return read(path, reading.text)
  } catch (error) {
    rethrowUnless(error, LimitError)
    return {reason: error.message}
  }
}

function checkNamed(path: string): void {
  if (/^(?:\/|[A-Za-z]:\/)/.test(path))
    throw new ScaffoldError(
      'research',
      `${quoted(path)} lies outside the workspace, expected a document that a spec can link to`,
    )
  if (!isDocument(path))
    throw new ScaffoldError('research', `Unexpected research ${quoted(path)}, expected a Markdown document (".md")`)
}

function noResearch({settings}: Workspace): Note {
  const folders = settings.research.map(folder => `"${folder}"`).join(', ')
  return {code: 'no-research', text: `No research documents in ${folders}: nothing can be cited or carried over`}
}
