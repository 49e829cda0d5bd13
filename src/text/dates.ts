/** Whether the calendar has the day `yyyy-mm-dd`; no clock or time zone is asked. */
export function isCalendarDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!match) return false
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  return month >= 1 && month <= 12 && day >= 1 && day <= daysOfMonth(year, month)
}

/** Whole days from `from` to `to`, both `yyyy-mm-dd` and in the calendar; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from)
}

function daysOfMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

// Days since 0000-03-01 of the proleptic Gregorian calendar: counting years from March puts the leap day last.
function dayNumber(date: string): number {
  const [y = 0, m = 0, d = 0] = date.split('-').map(Number)
  const year = m <= 2 ? y - 1 : y
  const month = (m + 9) % 12
  return (
    year * 365 +
    Math.floor(year / 4) -
    Math.floor(year / 100) +
    Math.floor(year / 400) +
    Math.floor((month * 306 + 5) / 10) +
    d -
    1
  )
}
