import type {Range} from '../../fixes/index.js'

/** A range for those who count columns to the last sign of it, both from 1; one that is empty is one sign. */
export interface Inclusive {
  line: number
  column: number
  endLine: number
  /** Absent where the range ends with the line, and goes on from one before. */
  endColumn?: number
}

export function inclusive({start, end}: Range): Inclusive {
  const {line, column} = start
  // A range that ends in front of a line's first sign holds nothing of that line.
  if (end.column === 1 && end.line > line) return {line, column, endLine: end.line - 1}
  const endColumn = end.line === line ? Math.max(column, end.column - 1) : end.column - 1
  return {line, column, endLine: end.line, endColumn}
}
