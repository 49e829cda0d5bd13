import {isCalendarDate} from '../text/index.js'
import {WorkspaceError} from './error.js'
import type {WorkspaceOptions} from './types.js'

/**
 * The day it is, `yyyy-mm-dd`: the given one, else that of SOURCE_DATE_EPOCH (reproducible-builds.org), else the clock's.
 * The day is that of UTC, so that a machine's time zone changes no output.
 */
export function todayOf(options: Pick<WorkspaceOptions, 'date' | 'env' | 'clock'>): string {
  const {date, env = process.env, clock = Date.now} = options
  if (date !== undefined) {
    if (isCalendarDate(date)) return date
    throw new WorkspaceError(`Unexpected date "${date}", expected a day of the calendar such as 2026-01-31`)
  }
  const epoch = env.SOURCE_DATE_EPOCH
  if (epoch === undefined || epoch === '') return dayOf(clock())
  const seconds = /^\d{1,12}$/.test(epoch) ? Number(epoch) : Number.NaN
  if (seconds <= LAST_SECOND) return dayOf(seconds * 1000)
  throw new WorkspaceError(`Unexpected SOURCE_DATE_EPOCH "${epoch}", expected seconds since 1970 in digits`)
}

// The end of the year 9999: later years have no form `yyyy-mm-dd`.
const LAST_SECOND = 253_402_300_799

/** The day of a time, `yyyy-mm-dd` in UTC. */
export function dayOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10)
}
