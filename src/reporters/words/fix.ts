import type {Fix} from '../../fixes/index.js'

/** What a fix does, and the option that applies it. */
export function fixWords({title, safe}: Pick<Fix, 'title' | 'safe'>): string {
  return `${title} (${fixOption({safe})})`
}

/** The option of `spec lint` that applies a fix. */
export function fixOption({safe}: Pick<Fix, 'safe'>): string {
  return safe ? '--fix' : '--fix-unsafe'
}
