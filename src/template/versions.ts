import {TemplateError} from './error.js'
import {labelsOf} from './metadata-places.js'
import {pairsBetween, type SectionPair} from './pairs.js'
import {titleKey} from './titles.js'
import type {MetadataRow, Template, TemplateSection} from './types.js'
import {bearsTitle} from './wordings.js'

/**
 * The versions of a kind's template, lowest first, each with the titles and labels that its parts had in those before it.
 * @throws TemplateError where two have one number, or one says that a part was what the version before it has not.
 */
export function linkVersions(templates: readonly Template[]): Template[] {
  const linked: Template[] = []
  for (const template of [...templates].sort((a, b) => a.version - b.version)) {
    const before = linked.at(-1)
    if (before?.version === template.version)
      throw new TemplateError(
        `Unexpected second template of version ${template.version}, expected another number`,
        1,
        template.source,
      )
    linked.push(before ? withFormer(template, before) : template)
  }
  return linked
}

function withFormer(template: Template, before: Template): Template {
  const {sections, rows} = pairsBetween(before, template)
  const byRow = new Map(rows.map(({older, newer}) => [newer, older]))
  return {
    ...template,
    sections: template.sections.map(section => formerSection(section, sections)),
    metadata: {...template.metadata, rows: template.metadata.rows.map(row => formerRow(row, byRow.get(row)))},
  }
}

function formerSection(section: TemplateSection, pairs: readonly SectionPair[]): TemplateSection {
  const pair = pairs.find(({newer}) => newer === section)
  const {older} = pair ?? {}
  const titles = older ? [older.title, ...older.aliases, ...(older.former ?? [])] : []
  const former = titles.filter(title => !bearsTitle(section, title))
  return {
    ...section,
    ...(former.length > 0 && {former}),
    sections: section.sections.map(each => formerSection(each, pair?.pairs ?? [])),
  }
}

function formerRow(row: MetadataRow, older: MetadataRow | undefined): MetadataRow {
  const known = new Set(labelsOf(row).map(titleKey))
  const former = older ? labelsOf(older).filter(label => !known.has(titleKey(label))) : []
  return former.length > 0 ? {...row, former} : row
}

/**
 * One template with the parts of all versions, for what asks only whether a name is known: those of the newest one, and behind them
 * what only older ones have.
 */
export function unionOf(versions: readonly Template[]): Template | undefined {
  const [newest, ...older] = [...versions].reverse()
  if (!newest || older.length === 0) return newest
  const all = [newest, ...older]
  return {
    ...newest,
    statuses: eachOnce(
      all.flatMap(({statuses}) => statuses),
      ({name}) => name,
    ),
    sections: unionOfSections(all.map(({sections}) => sections)),
    metadata: {
      ...newest.metadata,
      sources: [...new Set(all.flatMap(({metadata}) => metadata.sources))],
      rows: eachOnce(
        all.flatMap(({metadata}) => metadata.rows),
        ({id}) => id,
      ),
    },
    marks: eachOnce(
      all.flatMap(({marks}) => marks),
      ({name}) => name,
    ),
    ids: eachOnce(
      all.flatMap(({ids}) => ids),
      ({name}) => name,
    ),
  }
}

function unionOfSections(versions: readonly (readonly TemplateSection[])[]): TemplateSection[] {
  const all = versions.flat()
  return eachOnce(all, ({id}) => id).map(section => ({
    ...section,
    sections: unionOfSections(all.filter(({id}) => id === section.id).map(({sections}) => sections)),
  }))
}

function eachOnce<Part>(parts: readonly Part[], keyOf: (part: Part) => string): Part[] {
  const known = new Map<string, Part>()
  for (const part of parts) if (!known.has(keyOf(part))) known.set(keyOf(part), part)
  return [...known.values()]
}
