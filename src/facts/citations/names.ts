import {nameOf} from '../../text/index.js'
import type {World} from '../../workspace/index.js'

/** The documents of a workspace by what a citation may still have right of their paths. */
export interface Names {
  /** Whether there is a document at a path. */
  has(path: string): boolean
  /** Documents that bear a file name, case-exactly. */
  named(name: string): readonly string[]
  /** Documents on the same topic by their names: with another date, number or case, or without. */
  onTopic(path: string): readonly string[]
  /** Documents whose names begin or end much like this one's. */
  like(path: string): readonly string[]
}

type Index = (path: string) => readonly string[]

const known = new WeakMap<World['research'], {specs: World['specs']; names: Names}>()

/** Built once for each world, however many citations ask, and only as far as they ask. */
export function namesOf({research, specs}: World): Names {
  const before = known.get(research)
  if (before?.specs === specs) return before.names
  const paths = [...new Set([...research, ...specs])]
  const all = new Set(paths)
  const names = {
    has: (path: string) => all.has(path),
    named: indexed(paths, nameOf),
    onTopic: indexed(paths, topic),
    like: joined(
      indexed(paths, path => topic(path).slice(0, 12)),
      indexed(paths, path => topic(path).slice(-8)),
      indexed(paths, path => topic(path).slice(0, 4)),
    ),
  }
  known.set(research, {specs, names})
  return names
}

function indexed(paths: readonly string[], key: (path: string) => string): Index {
  let index: Map<string, string[]> | undefined
  return path => {
    index ??= group(paths, key)
    return index.get(key(path)) ?? []
  }
}

function joined(...indexes: readonly Index[]): Index {
  // Of many with a common beginning, such as a project's name, a few are as good as all.
  return path => [...new Set(indexes.flatMap(index => index(path).slice(0, 20)))]
}

function group(paths: readonly string[], key: (path: string) => string): Map<string, string[]> {
  const groups = new Map<string, string[]>()
  for (const path of paths) {
    const group = groups.get(key(path))
    if (group === undefined) groups.set(key(path), [path])
    else group.push(path)
  }
  return groups
}

// "2026-02-09-171-Data_model.md" is on "data-model".
function topic(path: string): string {
  const name = nameOf(path)
    .toLowerCase()
    .replace(/\.\w+$/, '')
    .replaceAll('_', '-')
  return name.replace(/^\d[\d-]*-/, '') || name
}
