import type {Question, World} from '../../workspace/index.js'
import {type CitationDraft, collectCitations, questionsOfCitations, resolveCitations} from '../citations/index.js'
import type {Citation, Facts} from '../types.js'
import {type Document, readDocument, type Source} from './document.js'

/** Facts that the text alone tells, each a function of the document; undefined where there is nothing to tell. */
export type SyntaxFacts = {
  readonly [Name in Exclude<keyof Facts, Identity | keyof WorldFacts>]: (document: Document) => Facts[Name] | undefined
}

/** Facts that need to know what became of the citations in the world. */
export type WorldFacts = {
  readonly [Name in 'sections' | 'research']: (
    document: Document,
    citations: readonly Citation[],
    world: World,
  ) => Facts[Name]
}

type Identity = 'schemaVersion' | 'path' | 'kind' | 'citations'

/** What was collected of one document before the world was asked. Plain to its users: `questionsOf` and `resolve` read it. */
export interface Collected {
  readonly document: Document
  readonly syntax: Omit<Facts, Identity | keyof WorldFacts>
  readonly citations: readonly CitationDraft[]
}

export function collectWith(facts: SyntaxFacts, text: string, source: Source): Collected {
  const document = readDocument(text, source)
  const told = Object.entries(facts)
    .map(([name, of]) => [name, of(document)] as const)
    .filter(([, value]) => value !== undefined)
  return {
    document,
    // The registry's type says that all names are there; an object built from pairs cannot tell.
    syntax: Object.fromEntries(told) as unknown as Collected['syntax'],
    citations: collectCitations(document.tree, text, document),
  }
}

export function questionsOf({citations, document}: Collected): Question[] {
  return questionsOfCitations(citations, document)
}

export function resolveWith(facts: WorldFacts, collected: Collected, world: World): Facts {
  const {document, syntax} = collected
  const citations = resolveCitations(collected.citations, world, document)
  return {
    schemaVersion: 1,
    path: document.path,
    kind: document.kind,
    ...syntax,
    sections: facts.sections(document, citations, world),
    citations,
    research: facts.research(document, citations, world),
  }
}
