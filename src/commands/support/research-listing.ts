import {lint, type Message} from '../../lint/index.js'
import {LimitError} from '../../markdown/index.js'
import {citedIn, type RankedResearch, type ResearchOutline, rankResearch, readOutline} from '../../research/index.js'
import {isDocument, rethrowUnless} from '../../text/index.js'
import type {Note, Workspace} from '../../workspace/index.js'
import {UsageError} from './usage.js'

/** A research document with its rank, and what stands around it. */
export interface ListedResearch extends RankedResearch<ResearchOutline> {
  /** Specs that cite it, relative to the root. */
  citedBy: readonly string[]
  /** What the rules of research say of it; absent where it was not named. */
  messages?: readonly Message[]
}

export interface ResearchListing {
  /** "" where documents were named, or all are listed. */
  query: string
  documents: readonly ListedResearch[]
  notes: readonly Note[]
}

/** The research that arguments ask for: documents, folders or globs that are there, else the words of a query. */
export async function listResearch(
  args: readonly string[],
  date: string,
  workspace: Workspace,
): Promise<ResearchListing> {
  const named = await namedBy(args, workspace)
  const query = named ? '' : args.join(' ')
  const {specs: own, research, notHere} = await workspace.look([])
  const paths = named ?? research
  const specs = [...own, ...(named ? await specsAround(named, workspace) : [])]
  const notes: Note[] = paths.length > 0 ? [] : [{code: 'no-research', text: noneText(workspace)}]
  if (named === undefined) notes.push(...missingNotes(notHere), ...(await elsewhereNotes(workspace)))
  const outlines: ResearchOutline[] = []
  for (const path of paths) {
    const outline = await outlineOf(path, workspace)
    if ('reason' in outline) notes.push({code: 'research-not-read', text: `${path} was left out: ${outline.reason}`})
    else outlines.push(outline)
  }
  const citing = await citations(specs, paths, workspace)
  const messages = named ? await messagesOf(named, workspace) : undefined
  const documents = rankResearch(query, outlines, {date}).map((entry): ListedResearch => {
    const said = messages?.get(entry.document.path)
    return {...entry, citedBy: citing.get(entry.document.path) ?? [], ...(said && {messages: said})}
  })
  return {query, documents, notes}
}

/** Specs of the other workspaces that documents belong to. */
async function specsAround(paths: readonly string[], workspace: Workspace): Promise<string[]> {
  const specs = new Map<string, readonly string[]>()
  for (const path of paths) {
    const {workspace: home, outward} = await workspace.homeOf(path)
    if (home.root !== workspace.root && !specs.has(home.root))
      specs.set(home.root, (await home.look([])).specs.map(outward))
  }
  return [...specs.values()].flat()
}

function missingNotes(folders: readonly string[] = []): Note[] {
  return folders.map(folder => ({code: 'research-not-here', text: `The research folder "${folder}" is not here`}))
}

/** Research of other workspaces is ranked there, as scaffold chooses there. */
async function elsewhereNotes(workspace: Workspace): Promise<Note[]> {
  const roots: string[] = []
  for (const root of await workspace.nested()) {
    const {workspace: home} = await workspace.homeOf(`${root}/-`)
    if ((await home.look([])).research.length > 0) roots.push(`"${root}"`)
  }
  if (roots.length === 0) return []
  const text = `Workspaces below have research of their own, which is not listed here: ${roots.join(', ')}`
  return [{code: 'research-elsewhere', text}]
}

/** The documents that arguments name; undefined where they are words. A bare word is one, even where a folder bears it. */
async function namedBy(args: readonly string[], workspace: Workspace): Promise<string[] | undefined> {
  if (!args.some(arg => isDocument(arg) || /[/\\*]/.test(arg))) return undefined
  const {files, problems} = await workspace.select(args, {research: true})
  const [problem] = problems
  if (problem === undefined) return files.map(file => file.path)
  // "CI/CD pipeline" is no path.
  if (args.some(arg => isDocument(arg) || arg.includes('*'))) throw new UsageError(problem)
  return undefined
}

async function outlineOf(path: string, workspace: Workspace): Promise<ResearchOutline | {reason: string}> {
  const reading = await workspace.read(path)
  if (!reading.ok) return {reason: reading.reason}
  try {
    return readOutline(path, reading.text)
  } catch (error) {
    rethrowUnless(error, LimitError)
    return {reason: error.message}
  }
}

/** Specs by the research that they cite. */
async function citations(
  specs: readonly string[],
  documents: readonly string[],
  workspace: Workspace,
): Promise<Map<string, string[]>> {
  const citing = new Map<string, string[]>()
  for (const spec of specs) {
    const reading = await workspace.read(spec)
    if (!reading.ok) continue
    for (const path of citedIn(reading.text, spec, documents)) citing.set(path, [...(citing.get(path) ?? []), spec])
  }
  return citing
}

async function messagesOf(paths: readonly string[], workspace: Workspace): Promise<Map<string, readonly Message[]>> {
  const found = new Map<string, readonly Message[]>()
  for (const path of paths) {
    const reading = await workspace.read(path)
    if (reading.ok) found.set(path, (await lint(reading.text, {path, kind: 'research', workspace})).messages)
  }
  return found
}

function noneText({settings}: Workspace): string {
  return `No research documents in ${settings.research.map(folder => `"${folder}"`).join(', ')}`
}
