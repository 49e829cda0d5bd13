import {daysBetween} from '../text/index.js'
import type {Tier} from './types.js'

/** Every tier in the order in which documents of equal score are ranked. */
export const TIERS: readonly Tier[] = ['recent', 'older', 'oldest', 'undated', 'later']

/** How old a document is as of a day: recent up to 30 days, older up to 90, else oldest; later when it is dated after it. */
export function tierOf(date: string | undefined, today: string): Tier {
  if (date === undefined) return 'undated'
  const days = daysBetween(date, today)
  if (days < 0) return 'later'
  return days <= 30 ? 'recent' : days <= 90 ? 'older' : 'oldest'
}
