import {UsageError} from './usage.js'

const UNITS: Readonly<Record<string, number>> = {
  '': 1,
  B: 1,
  K: 1000,
  KB: 1000,
  M: 1000 ** 2,
  MB: 1000 ** 2,
  G: 1000 ** 3,
  GB: 1000 ** 3,
  KIB: 1024,
  MIB: 1024 ** 2,
  GIB: 1024 ** 3,
}

/** The largest file that is read unless the user says otherwise. */
const DEFAULT = 2 * 1024 ** 2
// A text of more is none that JavaScript can hold.
const MOST = 512 * 1024 ** 2

/** A number of bytes as a user writes it, such as "10MB", "512KiB" or "4096"; the default where nothing is given. */
export function bytesOf(option: string, value: string | undefined): number {
  if (value === undefined) return DEFAULT
  const match = /^(\d{1,12})\s?([KMGIB]{0,3})$/i.exec(value)
  const unit = UNITS[match?.[2]?.toUpperCase() ?? 'none']
  const bytes = match && unit !== undefined ? Number(match[1]) * unit : 0
  if (bytes > MOST) throw new UsageError(`Unexpected value "${value}" of --${option}, expected 512MiB at the most`)
  if (bytes > 0) return bytes
  throw new UsageError(`Unexpected value "${value}" of --${option}, expected a number of bytes such as 10MB`)
}
