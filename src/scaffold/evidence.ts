import type {ResearchDocument} from '../research/index.js'
import {questionIds} from '../research/question-ids.js'
import {compareCodeUnits, isDocument, itemAt} from '../text/index.js'
import type {Entry, Question, Workspace} from '../workspace/index.js'
import {candidatesOf} from './address.js'
import {carry, type Ground} from './carry.js'

/** A question as it will stand in the new document. What several documents ask in the same words stands there once. */
export interface CarriedQuestion {
  id: string
  /** Who asks it, each with the anchor of the section. */
  sources: {document: ResearchDocument; anchor: string}[]
  /** Markdown on one line. */
  text: string
  choices: readonly string[]
  /** Whether all of them have it resolved. */
  resolved: boolean
}

/** What the chosen research gives to a new document, held against the files that are there. */
export interface Evidence {
  documents: readonly ResearchDocument[]
  questions: readonly CarriedQuestion[]
  /** Files other than Markdown that each document cites and that exist, relative to the root. */
  code: ReadonlyMap<ResearchDocument, readonly string[]>
  /** Research that the documents cite and that was not chosen, with the first document that does. */
  neighbours: ReadonlyMap<string, ResearchDocument>
}

/** Gathers what a new document at `path` can take over from research. Files are looked for in one go. */
export async function gather(
  documents: readonly ResearchDocument[],
  path: string,
  workspace: Workspace,
): Promise<Evidence> {
  const {specs, research} = await workspace.look([])
  const wanted = new Map<string, Question>()
  const ask = (candidate: string): undefined => {
    const isMarkdown = isDocument(candidate)
    wanted.set(candidate, {path: candidate, lines: isMarkdown, anchors: isMarkdown})
  }
  const all = [...specs, ...research]
  // A first run, in which nothing is known, tells what must be asked.
  questionsOf(documents, groundsOf(path, all, workspace, ask))
  for (const document of documents)
    for (const reference of document.references)
      for (const candidate of candidatesOf(reference, document.path))
        if (!wanted.has(candidate)) wanted.set(candidate, {path: candidate})

  const {entries} = await workspace.look([...wanted.values()])
  const entry = (candidate: string) => entries.get(candidate)
  const cited = new Map(documents.map(document => [document, citedBy(document, entry)]))
  return {
    documents,
    questions: questionsOf(documents, groundsOf(path, all, workspace, entry)),
    code: new Map([...cited].map(([document, files]) => [document, files.filter(file => !isDocument(file))])),
    neighbours: neighboursOf(cited, new Set(research)),
  }
}

type GroundOf = (document: ResearchDocument) => Ground

function groundsOf(to: string, documents: readonly string[], workspace: Workspace, entry: Ground['entry']): GroundOf {
  const {specs, research} = workspace.settings
  const folders = [...specs, ...research].filter(folder => folder !== '')
  return document => ({from: document.path, to, documents, folders, entry})
}

function questionsOf(documents: readonly ResearchDocument[], groundOf: GroundOf): CarriedQuestion[] {
  const carried = new Map<string, CarriedQuestion>()
  for (const document of documents) {
    const ids = questionIds(document.questions)
    for (const [index, {text, choices = [], resolved, anchor}] of document.questions.entries()) {
      const id = itemAt(ids, index)
      const question = {
        id,
        sources: [{document, anchor}],
        text: carry(text, groundOf(document)),
        choices: choices.map(choice => carry(choice, groundOf(document))),
        resolved,
      }
      const known = carried.get(id)
      carried.set(id, known === undefined ? question : joined(known, question))
    }
  }
  return [...carried.values()]
}

function joined(one: CarriedQuestion, other: CarriedQuestion): CarriedQuestion {
  return {
    ...one,
    sources: [...one.sources, ...other.sources],
    choices: one.choices.length > 0 ? one.choices : other.choices,
    resolved: one.resolved && other.resolved,
  }
}

/** Files that a document cites and that are there, each once, in order. */
function citedBy(document: ResearchDocument, entry: (path: string) => Entry | undefined): string[] {
  const found = document.references.map(reference =>
    candidatesOf(reference, document.path).find(candidate => entry(candidate)?.type === 'file'),
  )
  return [...new Set(found.filter(path => path !== undefined))]
}

function neighboursOf(
  cited: ReadonlyMap<ResearchDocument, readonly string[]>,
  research: ReadonlySet<string>,
): Map<string, ResearchDocument> {
  const chosen = new Set([...cited.keys()].map(document => document.path))
  const neighbours = new Map<string, ResearchDocument>()
  for (const [document, paths] of cited)
    for (const path of paths)
      if (research.has(path) && !chosen.has(path) && !neighbours.has(path)) neighbours.set(path, document)
  return new Map([...neighbours].sort(([a], [b]) => compareCodeUnits(a, b)))
}
