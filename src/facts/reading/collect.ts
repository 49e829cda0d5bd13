import type {HistoryAnswers, HistoryQuestions, Question, World} from '../../workspace/index.js'
import {isApproved} from '../approval/index.js'
import {
  type Asked,
  type AskedResearch,
  askedFor,
  askedForResearch,
  driftSum,
  hashIn,
  namedCommits,
  researchDriftIn,
  withCommits,
} from '../citations/code/index.js'
import {goneAmong, goneBy} from '../citations/gone.js'
import {type CitationDraft, collectCitations, questionsOfCitations, resolveCitations} from '../citations/index.js'
import {questionsOfLedger} from '../ledger/questions.js'
import {metadata} from '../metadata/index.js'
import {plannedPaths} from '../planned.js'
import {questionsOfSources} from '../sources/questions.js'
import type {Citation, Facts} from '../types.js'
import {type Document, readDocument, type Source} from './document.js'
import {once} from './once.js'

/** Facts that the text alone tells, each a function of the document; undefined where there is nothing to tell. */
export type SyntaxFacts = {
  readonly [Name in Exclude<keyof Facts, Identity | keyof WorldFacts>]: (document: Document) => Facts[Name] | undefined
}

/** Facts that need to know what became of the citations in the world. */
export type WorldFacts = {
  readonly [Name in 'sections' | 'research' | 'sources' | 'supersession' | 'approval' | 'planned' | 'indexes']: (
    document: Document,
    citations: readonly Citation[],
    world: World,
    answers?: HistoryAnswers,
  ) => Facts[Name]
} & {
  /** What became of the questions of the sources. */
  readonly ledger: (document: Document, sources: Facts['sources'], world: World) => Facts['ledger']
}

type Identity = 'schemaVersion' | 'path' | 'kind' | 'citations' | 'drift' | 'researchDrift'

/** What was collected of one document before the world was asked. Plain to its users: `questionsOf` and `resolve` read it. */
export interface Collected {
  readonly document: Document
  readonly syntax: Omit<Facts, Identity | keyof WorldFacts>
  readonly citations: readonly CitationDraft[]
  /** What must be asked of the history, once the world is known. */
  readonly askedOf: (world: World) => AskedOfHistory
}

export function collectWith(facts: SyntaxFacts, text: string, source: Source): Collected {
  const document: Document = readDocument(text, source)
  // What the metadata says is a fact of the whole document, so it is told of only now, and read when it is asked for.
  document.researchRow = () => metadata(document).research
  const told = Object.entries(facts)
    .map(([name, of]) => [name, of(document)] as const)
    .filter(([, value]) => value !== undefined)
  const citations = collectCitations(document)
  return {
    document,
    // The registry's type says that all names are there; an object built from pairs cannot tell.
    syntax: Object.fromEntries(told) as unknown as Collected['syntax'],
    citations,
    // Asked for the questions, and again for what the answers belong to.
    askedOf: once(world => askedOf(document, citations, world)),
  }
}

export function questionsOf({citations, document}: Collected): Question[] {
  const planned = plannedPaths(document).map(path => ({path}))
  return [
    ...questionsOfCitations(citations, document),
    ...questionsOfSources(citations, document),
    ...questionsOfLedger(citations, document),
    ...planned,
  ]
}

/** What must be known of the repository's history besides; undefined where it has nothing to say. */
export function historyQuestionsOf(collected: Collected, world: World): HistoryQuestions | undefined {
  const {path, text} = collected.document
  const {code, research, gone} = collected.askedOf(world)
  const former = isApproved(collected.document)
  if (code.questions.length + research.questions.length + gone.length === 0 && !former) return undefined
  return {path, text, code: code.questions, research: research.questions, gone, ...(former && {former})}
}

interface AskedOfHistory {
  code: Asked
  research: AskedResearch
  /** Documents that are not there. */
  gone: string[]
}

// The answers find what they belong to by the order of the questions.
function askedOf(document: Document, citations: readonly CitationDraft[], world: World): AskedOfHistory {
  const drafts = citations.filter(({kind, of}) => (kind === 'research' || kind === 'spec') && of === undefined)
  const documents = resolveCitations(drafts, world, document)
  return {
    code: askedFor(citations, namedCommits(documents, world, ownCommit(document))),
    research: askedForResearch(documents, world),
    gone: goneAmong(documents),
  }
}

// What research says of itself stands in its frontmatter, whose keys are its metadata.
function ownCommit(document: Document): string | undefined {
  const rows = metadata(document)
  return hashIn((rows['git-commit'] ?? rows.commit)?.value)
}

export function resolveWith(
  facts: WorldFacts,
  collected: Collected,
  world: World,
  answers: HistoryAnswers | undefined,
): Facts {
  const {document, syntax} = collected
  const history = answers && {answers, asked: collected.askedOf(world)}
  const code = history && {asked: history.asked.code, answers: history.answers, compared: new Map()}
  const gone = history && goneBy(history.asked.gone, history.answers)
  const citations = resolveCitations(collected.citations, world, document, {code, gone})
  const drift = driftSum(citations)
  const cited = facts.sources(document, citations, world)
  const sources = history ? withCommits(cited, history.asked.research, history.answers) : cited
  const researchDrift = researchDriftIn(sources)
  const supersession = facts.supersession(document, citations, world)
  const approval = facts.approval(document, citations, world, answers)
  const indexes = facts.indexes(document, citations, world)
  return {
    schemaVersion: 1,
    path: document.path,
    kind: document.kind,
    ...syntax,
    sections: facts.sections(document, citations, world),
    citations,
    sources,
    ledger: facts.ledger(document, cited, world),
    ...(drift && {drift}),
    ...(researchDrift && {researchDrift}),
    ...(supersession && {supersession}),
    ...(approval && {approval}),
    planned: facts.planned(document, citations, world),
    research: facts.research(document, citations, world),
    ...(indexes && {indexes}),
  }
}
