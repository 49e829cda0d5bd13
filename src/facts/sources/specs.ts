import {dateIn} from '../../research/names.js'
import {nameOf} from '../../text/index.js'
import type {World} from '../../workspace/index.js'
import {metadata} from '../metadata/index.js'
import {type Document, readDocument} from '../reading/document.js'
import {title} from '../titles.js'
import type {About} from './about.js'
import {frontmatterStatus, namedBy, statementOfStatus, statementsOf} from './statements.js'
import {stateOf} from './states.js'

/** The beginning of another spec, read as one of the document's kind; undefined where it is not known or cannot be read. */
export function headOfSpec(path: string, document: Document, world: World): Document | undefined {
  const entry = world.entries.get(path)
  const text = (entry?.type === 'file' ? entry.head : undefined) ?? world.surroundings?.specs.get(path)
  if (text === undefined) return undefined
  const {forms, folders} = document
  try {
    return readDocument(text, {path, kind: forms, folders})
  } catch {
    // Too large or too deep: it says nothing.
    return undefined
  }
}

/** What a spec says of itself: by the metadata of the document's kind, else by its frontmatter. */
export function aboutSpec(head: Document, world: World): About {
  const rows = metadata(head)
  const status = rows.status?.name ?? (rows.status?.value || frontmatterStatus(head))
  const date = rows.dates?.created?.text ?? dateIn(nameOf(head.path))
  const topic = title(head)?.name
  const replaced = statementsOf(head, 'superseded-by').map(({text}) => text)
  const said = statementOfStatus(head)
  const [successor] = namedBy(said === undefined ? replaced : [...replaced, said], head.path, world)
  const state = replaced.length > 0 ? 'superseded' : status ? stateOf(status) : undefined
  return {
    ...(topic !== undefined && {topic}),
    ...(date !== undefined && {date}),
    ...(status && {status}),
    ...(state !== undefined && {state}),
    ...(successor !== undefined && {supersededBy: successor}),
  }
}
