import type {CitedHeading, World} from '../../../workspace/index.js'
import type {Citation} from '../../types.js'
import {headingsIn, isLabelIn} from '../headings.js'
import type {CitationDraft} from '../types.js'

/**
 * Says of a section reference which document it means, and whether that has the section. `named` is what became of the
 * citations that name it; whether the document itself exists is said there. `thorough`: whether misspelt headings are sought.
 */
export function resolvedReference(
  draft: CitationDraft,
  said: Citation,
  named: readonly (Citation | undefined)[],
  world: World,
  thorough: () => boolean,
): Citation | undefined {
  const {heading = ''} = said
  const told = (headings: readonly CitedHeading[] | undefined): Partial<Citation> =>
    headings === undefined ? {} : headingsIn(headings).tell(heading, thorough())
  if (said.kind === 'self') {
    const [own] = draft.candidates
    return {...said, ...(own && {path: own.path}), resolvedFrom: 'context', exists: true, ...told(draft.own?.headings)}
  }
  const found = named.filter(each => each?.exists === true && (each.kind === 'research' || each.kind === 'spec'))
  const paths = [...new Set(found.map(each => each?.path ?? ''))]
  const [path, ...others] = paths
  if (path === undefined) return isKnown(named) ? said : undefined
  if (others.length > 0) return {...said, candidates: paths.sort()}
  const kind = found[0]?.kind ?? said.kind
  const entry = world.entries.get(path)
  const isPrivate = found.some(each => each?.gap !== undefined)
  const facts = told(entry?.type === 'file' && !isPrivate ? entry.headings : undefined)
  const isLabel = facts.headingExists === false && entry?.type === 'file' && isLabelIn(entry.text ?? '', heading)
  return {
    ...said,
    kind,
    path,
    resolvedFrom: 'context',
    exists: true,
    ...(isLabel ? {headingExists: true} : facts),
  }
}

// What only looked like the name of a document names none.
function isKnown(named: readonly (Citation | undefined)[]): boolean {
  return named.length === 0 || named.some(each => each !== undefined && each.kind !== 'code')
}
