// Figures as people read them.

/** Three digits that count, with separators between thousands: `12,300`, `4.56`, `0.0457`; a dash where there is none. */
export function figure(value) {
  if (!Number.isFinite(value)) return '–'
  const rounded = Number(value.toPrecision(3))
  const [whole, rest] = (Math.abs(rounded) >= 100 ? String(Math.round(value)) : String(rounded)).split('.')
  const separated = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return rest === undefined ? separated : `${separated}.${rest}`
}

/** Bytes, in the unit that leaves few digits. */
export function size(bytes) {
  if (bytes >= 1e6) return `${figure(bytes / 1e6)} MB`
  return `${figure(bytes / 1e3)} KB`
}
