import type {Fix} from '../../fixes/index.js'

/** What a fix does, and the option that applies it. */
export function fixWords({title, safe}: Pick<Fix, 'title' | 'safe'>): string {
  return `${title} (${safe ? '--fix' : '--fix-unsafe'})`
}
