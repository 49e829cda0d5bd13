import {digest} from '../text/index.js'
import type {Learnt, Lesson, Lessons} from './types.js'

/** None is remembered before `begin`: whoever keeps none need not tell texts apart. */
export function lessons(): Lessons {
  let before: ReadonlyMap<string, Learnt[1]> | undefined
  const used = new Map<string, Learnt[1]>()
  const keep = (name: string, value: Learnt[1] | undefined) => {
    if (value !== undefined) used.set(name, value)
    return value
  }
  return {
    begin: known => {
      before = new Map(known)
    },
    isMore: () => [...used.keys()].some(name => !before?.has(name)),
    used: () => [...used],
    all: () => [...new Map([...(before ?? []), ...used])],
    of: async (what, text, learn) => {
      if (before === undefined) return learn()
      const name = `${what}-${digest(text)}`
      const value = used.get(name) ?? before.get(name) ?? (await learn())
      return keep(name, value) as Lesson[typeof what] | undefined
    },
  }
}
