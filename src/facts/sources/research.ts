import {readOutline} from '../../research/read.js'
import type {ResearchAbout} from '../../research/types.js'
import type {World} from '../../workspace/index.js'
import type {About} from './about.js'
import {newerOnTopic, sketchOf} from './same-topic.js'
import {namedBy, namesSuccessor} from './statements.js'
import {stateOf} from './states.js'

/** What a research document says of itself in its frontmatter, and whether a newer one takes its place. */
export function aboutResearch(path: string, world: World): About {
  const said = saidBy(path, world)
  if (said === undefined) return {}
  const {topic, date, status, supersededBy = []} = said
  const told = status === undefined ? undefined : stateOf(status)
  const state = supersededBy.length > 0 ? 'superseded' : told
  const statements = status !== undefined && namesSuccessor(status) ? [...supersededBy, status] : supersededBy
  const successor = namedBy(statements, path, world)[0] ?? newerOnTopic(said, world)
  return {
    ...(topic !== '' && {topic}),
    ...(date !== undefined && {date}),
    ...(status !== undefined && {status}),
    ...(state !== undefined && {state}),
    ...(successor !== undefined && {supersededBy: successor}),
  }
}

function saidBy(path: string, world: World): ResearchAbout | undefined {
  const known = sketchOf(path, world)
  if (known) return known
  const entry = world.entries.get(path)
  if (entry?.type !== 'file' || entry.head === undefined) return undefined
  try {
    return readOutline(path, entry.head)
  } catch {
    // Too large or too deep: it says nothing.
    return undefined
  }
}
