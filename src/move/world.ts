import type {Target} from '../facts/citations/addresses.js'
import {kindOf} from '../facts/citations/kinds.js'
import {isDocument, nameOf} from '../text/index.js'
import type {Workspace, World} from '../workspace/index.js'
import {after, before, pathAt, placeOf, type Route} from './route.js'

/** What is there at a time: before the move, or after it. */
export type Time = 'before' | 'after'

/** Where a path leads: a place, and by which of its readings. */
export interface Hit {
  place: string
  from: 'file' | 'root' | 'name' | 'short'
}

type Asked = Pick<Workspace, 'root' | 'settings' | 'look'>

/** The files of a repository before and after a move that has not been made. */
export interface Scenery {
  /** Looks all up that is needed for these targets, in one go. */
  prepare(workspace: Asked, targets: readonly Target[]): Promise<void>
  /** Where a path leads at a time, as a document of a workspace reads it; undefined where nowhere. */
  hit(workspace: Asked, target: Target, time: Time): Promise<Hit | undefined>
}

/** `documents`: places of all documents that there are. */
export function sceneryOf(route: Route, documents: readonly string[]): Scenery {
  const known = new Map<Asked, Map<string, boolean>>()
  const lists = new Map<Asked, Promise<Record<Time, Names>>>()
  const endings = {before: byName(documents), after: byName(documents.map(place => after(route, place)))}

  const ask = async (workspace: Asked, places: readonly string[]): Promise<Map<string, boolean>> => {
    const answers = known.get(workspace) ?? new Map<string, boolean>()
    known.set(workspace, answers)
    const open = [...new Set(places)].filter(place => !answers.has(place))
    if (open.length === 0) return answers
    const paths = new Map(open.map(place => [pathAt(workspace.root, place), place]))
    const {entries} = await workspace.look([...paths.keys()].map(path => ({path})))
    for (const [path, place] of paths) {
      const type = entries.get(path)?.type
      answers.set(place, type === 'file' || type === 'folder')
    }
    return answers
  }
  const named = async (workspace: Asked, name: string, time: Time): Promise<string | undefined> => {
    const names = lists.get(workspace) ?? workspace.look([]).then(world => namesIn(world, workspace, route))
    lists.set(workspace, names)
    return onlyOf((await names)[time].get(name))
  }
  const placesOf = (workspace: Asked, target: Target): string[] =>
    target.candidates.filter(({path}) => path !== '').map(({path}) => placeOf(workspace.root, path))

  return {
    prepare: async (workspace, targets) => {
      const places = targets.flatMap(target => placesOf(workspace, target))
      await ask(workspace, [...places, ...places.map(place => before(route, place) ?? place)])
    },
    hit: async (workspace, target, time) => {
      for (const {path, from} of target.candidates) {
        if (path === '') continue
        const place = placeOf(workspace.root, path)
        const source = time === 'before' ? place : before(route, place)
        if (source !== undefined && (await ask(workspace, [source])).get(source)) return {place, from}
      }
      if (target.name !== undefined) {
        const place = await named(workspace, target.name, time)
        if (place !== undefined) return {place, from: 'name'}
      }
      if (!target.mayBeShort) return undefined
      const ending = endingOf(target.path)
      const place = onlyOf(endings[time].get(nameOf(target.path))?.filter(each => each.endsWith(ending)))
      return place === undefined ? undefined : {place, from: 'short'}
    },
  }
}

/** How the place of a file ends that a path, shortened at its beginning, may mean. */
export function endingOf(path: string): string {
  return `/${path.replace(/^(?:\.{1,2}\/)+|^\/+/, '')}`
}

type Names = ReadonlyMap<string, readonly string[]>

/** The documents of a workspace's folders by their names, which a bare name is looked up in. */
function namesIn({specs, research}: World, {root, settings}: Asked, route: Route): Record<Time, Names> {
  const places = [...new Set([...research, ...specs])].map(path => placeOf(root, path))
  const path = pathAt(root, route.to)
  const isListed = isDocument(path) && kindOf(path, settings) !== undefined
  const later = places.filter(place => place !== route.from)
  return {before: byName(places), after: byName(isListed ? [...later, route.to] : later)}
}

function byName(places: readonly string[]): Names {
  const names = new Map<string, string[]>()
  for (const place of places) names.set(nameOf(place), [...(names.get(nameOf(place)) ?? []), place])
  return names
}

function onlyOf(places: readonly string[] | undefined): string | undefined {
  return places?.length === 1 ? places[0] : undefined
}
