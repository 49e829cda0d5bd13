import {TemplateError} from './error.js'
import type {MetadataRow, Template, TemplateSection} from './types.js'

/** A section of one version and what it is in another; one of both is absent where only the other has it. */
export interface SectionPair {
  older?: TemplateSection
  newer?: TemplateSection
  /** Those below them; of a section that only one version has, none. */
  pairs: readonly SectionPair[]
}

/** A row of one version and what it is in another. */
export interface RowPair {
  older?: MetadataRow
  newer?: MetadataRow
}

/** What became of the parts of one version in another. */
export interface VersionPairs {
  sections: readonly SectionPair[]
  rows: readonly RowPair[]
}

/**
 * What became of the sections and rows of a version in the next one: a part goes on under its id, or as the one that says it with
 * `was`. In the newer one's order, what it has no more behind.
 * @throws TemplateError where `was` names nothing that the older version has at that place.
 */
export function pairsBetween(older: Template, newer: Template): VersionPairs {
  return {
    sections: sectionPairs(older.sections, newer.sections, {older, newer}),
    rows: matched(older.metadata.rows, newer.metadata.rows, row => row.id).map(({older: was, newer: is}) => {
      if (is?.was !== undefined && was === undefined) throw unknownWas(is.was, 'row', {older, newer})
      return {...(was && {older: was}), ...(is && {newer: is})}
    }),
  }
}

/** The same, seen from the other version. */
export function reversed({sections, rows}: VersionPairs): VersionPairs {
  const turned = (pair: SectionPair): SectionPair => ({
    ...(pair.newer && {older: pair.newer}),
    ...(pair.older && {newer: pair.older}),
    pairs: pair.pairs.map(turned),
  })
  return {
    sections: sections.map(turned),
    rows: rows.map(({older, newer}) => ({...(newer && {older: newer}), ...(older && {newer: older})})),
  }
}

/** Whether a part comes with a version: the other one has none, or has given it up and new documents of it go without. */
export function isNew(before: {deprecated?: string} | undefined): boolean {
  return before === undefined || before.deprecated !== undefined
}

interface Versions {
  older: Template
  newer: Template
}

function sectionPairs(
  older: readonly TemplateSection[],
  newer: readonly TemplateSection[],
  versions: Versions,
): SectionPair[] {
  return matched(
    older,
    newer,
    section => section.id,
    section => section.path,
  ).map(({older: was, newer: is}) => {
    if (is?.was !== undefined && was === undefined) throw unknownWas(is.was, 'section', versions)
    return {
      ...(was && {older: was}),
      ...(is && {newer: is}),
      pairs: was && is ? sectionPairs(was.sections, is.sections, versions) : [],
    }
  })
}

function matched<Part extends {id: string; was?: string}>(
  older: readonly Part[],
  newer: readonly Part[],
  idOf: (part: Part) => string,
  pathOf: (part: Part) => string = idOf,
): {older?: Part; newer?: Part}[] {
  const taken = new Set(newer.flatMap(({was}) => was ?? []))
  const pairs = newer.map((part): {older?: Part; newer: Part} => {
    const found = older.find(other =>
      part.was === undefined ? idOf(other) === idOf(part) && !taken.has(pathOf(other)) : pathOf(other) === part.was,
    )
    return {...(found && {older: found}), newer: part}
  })
  const known = new Set(pairs.map(({older: found}) => found))
  return [...pairs, ...older.filter(part => !known.has(part)).map(part => ({older: part}))]
}

function unknownWas(was: string, what: 'section' | 'row', {older, newer}: Versions): TemplateError {
  const lines = newer.source.split(/\r\n|\n|\r/)
  const line = lines.findIndex(text => /\bwas:/.test(text) && text.includes(was)) + 1
  const reason = `Unexpected "was: ${was}", expected a ${what} that version ${older.version} has at this place`
  return new TemplateError(reason, Math.max(line, 1), newer.source)
}
