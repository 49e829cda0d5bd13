import type {CitedHeading, World} from '../../../workspace/index.js'
import type {Citation} from '../../types.js'
import {headingsIn, isLabelIn} from '../headings.js'
import type {CitationDraft} from '../types.js'

/**
 * Says of a section reference which document it means, and whether that has the section. `named` is what became of the
 * citations that name it; whether the document itself exists is said there. `thorough`: whether misspelt headings are sought, among so many.
 */
export function resolvedReference(
  draft: CitationDraft,
  said: Citation,
  named: readonly (Citation | undefined)[],
  world: World,
  thorough: (among: number) => boolean,
): Citation | undefined {
  const sections = [said.heading, ...(draft.beside?.headings ?? [])].filter(heading => heading !== undefined)
  // Of several that are named together the first that is missing is told of; else the first.
  const told = (
    headings: readonly CitedHeading[] | undefined,
    entry: {text?: string} = {},
  ): Partial<Citation> | undefined => {
    if (headings === undefined) return undefined
    const each = sections.map(heading => {
      const isLabel = (): boolean => isLabelIn(entry, heading)
      const facts = headingsIn(headings).tell(heading, among => !isLabel() && thorough(among))
      return {heading, ...(facts.headingExists === false && isLabel() ? {headingExists: true} : facts)}
    })
    return each.find(({headingExists}) => headingExists === false) ?? each[0]
  }
  if (said.kind === 'self') {
    const [own] = draft.candidates
    return {...said, ...(own && {path: own.path}), resolvedFrom: 'context', exists: true, ...told(draft.own?.headings)}
  }
  const found = named.filter(isDocument)
  const [first] = found
  if (first === undefined) return isKnown(named) ? said : undefined
  const paths = [...new Set(found.map(each => each.path))]
  if (paths.length > 1) return {...said, candidates: paths.sort()}
  const {kind, path} = first
  const entry = world.entries.get(path)
  const isPrivate = found.some(each => each.gap !== undefined)
  const facts = entry?.type === 'file' && !isPrivate ? told(entry.headings, entry) : {}
  return {
    ...said,
    kind,
    path,
    resolvedFrom: 'context',
    exists: true,
    ...facts,
  }
}

/** One of research or of a spec that is there: then it has its path. */
function isDocument(named: Citation | undefined): named is Citation & {path: string} {
  return named?.exists === true && (named.kind === 'research' || named.kind === 'spec')
}

// What only looked like the name of a document names none.
function isKnown(named: readonly (Citation | undefined)[]): boolean {
  return named.length === 0 || named.some(each => each !== undefined && each.kind !== 'code')
}
