import {UsageError} from './usage.js'

const UNITS: Readonly<Record<string, number>> = {
  '': 1,
  B: 1,
  K: 1000,
  KB: 1000,
  M: 1000 ** 2,
  MB: 1000 ** 2,
  KIB: 1024,
  MIB: 1024 ** 2,
}

/** The largest file that is read unless the user says otherwise. */
const DEFAULT = 2 * 1024 ** 2

/** A number of bytes as a user writes it, such as "10MB", "512KiB" or "4096"; the default where nothing is given. */
export function bytesOf(option: string, value: string | undefined): number {
  if (value === undefined) return DEFAULT
  const match = /^(\d{1,12})\s?([KMIB]{0,3})$/i.exec(value)
  const unit = UNITS[match?.[2]?.toUpperCase() ?? 'none']
  if (match && unit !== undefined && Number(match[1]) > 0) return Number(match[1]) * unit
  throw new UsageError(`Unexpected value "${value}" of --${option}, expected a number of bytes such as 10MB`)
}
