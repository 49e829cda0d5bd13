import type {World} from '../workspace/index.js'
import {metadata} from './metadata/index.js'
import type {Document} from './reading/document.js'
import {headOfSpec} from './sources/specs.js'
import {isPartial, namedBy, type Relation, statementOfStatus, statementsOf} from './sources/statements.js'
import type {Facts, SupersessionLink} from './types.js'

const BACK: Readonly<Record<Relation, Relation>> = {supersedes: 'superseded-by', 'superseded-by': 'supersedes'}

/** What the document supersedes, and what supersedes it, by its own words; undefined where it speaks of neither. */
export function supersession(document: Document, _citations: unknown, world: World): Facts['supersession'] {
  const links = [...linksOf('supersedes', document, world), ...linksOf('superseded-by', document, world)]
  const status = statusOf(document)
  if (links.length === 0 && !status) return undefined
  return {links, ...(status && {status})}
}

function linksOf(relation: Relation, document: Document, world: World): SupersessionLink[] {
  const links = new Map<string, SupersessionLink>()
  for (const {text, position} of statementsOf(document, relation)) {
    for (const path of namedBy([text], document.path, world)) {
      if (links.has(path)) continue
      const mutual = isMutual(BACK[relation], path, document, world)
      links.set(path, {relation, path, ...(mutual !== undefined && {mutual}), position})
    }
  }
  return [...links.values()]
}

/** Whether the other document says the same from its side; undefined where its form has no row to say it in, or it is no spec. */
function isMutual(back: Relation, path: string, document: Document, world: World): boolean | undefined {
  if (!document.template?.metadata.rows.some(({id}) => id === back) || !world.specs.includes(path)) return undefined
  const head = headOfSpec(path, document, world)
  if (!head) return undefined
  const said = back === 'superseded-by' ? statementOfStatus(head) : undefined
  const statements = [...statementsOf(head, back).map(({text}) => text), ...(said === undefined ? [] : [said])]
  // A document that is not saved yet is none of the world's.
  return namedBy(statements, path, {...world, specs: [...world.specs, document.path]}).includes(document.path)
}

/** How the status of a document that names its successor goes with that. */
function statusOf(document: Document): NonNullable<Facts['supersession']>['status'] {
  const expected = document.template?.statuses.find(({superseded}) => superseded)?.name
  const {status} = metadata(document)
  const by = statementsOf(document, 'superseded-by').find(({text}) => !isPartial(text))
  if (expected === undefined || !status || !by) return undefined
  return {value: status.value, expected, fits: status.name === expected, position: status.position}
}
