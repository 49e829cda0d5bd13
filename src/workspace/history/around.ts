import {once} from '../once.js'
import type {Past} from './past.js'

/** Commits of HEAD's first-parent line around a document. */
export interface Around {
  /** The one right after a commit: code that was written with a document is often committed behind it. */
  after(commit: string): Promise<string | undefined>
  /** The last one before a day, `yyyy-mm-dd` in UTC: what was there when a document of that day was begun. */
  before(day: string): Promise<string | undefined>
}

export function aroundIn(past: Past): Around {
  const children = once(async () => {
    const next = new Map<string, string>()
    for (const [id, {first}] of (await past.log()).commits) if (first !== undefined) next.set(first, id)
    return next
  })
  return {
    after: async commit => (await children()).get(commit),
    before: async day => {
      const start = Date.parse(`${day}T00:00:00Z`) / 1000
      return Number.isNaN(start) ? undefined : (await past.line()).find(({commit}) => commit.time < start)?.id
    },
  }
}
