import {readFileSync} from 'node:fs'
import {type Migrated, type Migration, migrated} from '../../src/migrate/index.js'
import {type Forms, linkVersions, readTemplate, type Template} from '../../src/template/index.js'

const read = (name: string) => readFileSync(new URL(`../../templates/rfc/${name}`, import.meta.url), 'utf8')

/** The kind of these templates; documents without a comment are of the first. */
export function kindOf(name: string, ...sources: string[]): Forms & {versions: Template[]} {
  const versions = linkVersions(sources.map(source => readTemplate(source, {kind: name})))
  const [template] = versions
  return {name, ...(template && {template}), versions}
}

export const rfc = kindOf('rfc', read('1.md'), read('2.md'))

/** What becomes of a text in a version of a kind. */
export function inVersion(text: string, version: number, kind: Forms = rfc, anchors: string[] = []): Migration {
  const to = kind.versions?.find(each => each.version === version)
  if (!to) throw new Error(`no version ${version}`)
  const folders = {specs: ['specs'], research: ['research']}
  return migrated(text, {path: 'specs/a.md', kind, folders}, to, {anchors: new Set(anchors)})
}

/** The same, where it can be done. */
export function done(text: string, version: number, kind: Forms = rfc, anchors: string[] = []): Migrated {
  const migration = inVersion(text, version, kind, anchors)
  if (!migration.ok) throw new Error(migration.reason)
  return migration
}

/** What is told of the parts, a line each. */
export function told({parts}: Migrated): string[] {
  return parts.map(
    ({change, part, name, to, reason}) =>
      `${change} ${part} ${name}${to === undefined ? '' : ` => ${to}`}${reason === undefined ? '' : ` (${reason})`}`,
  )
}
