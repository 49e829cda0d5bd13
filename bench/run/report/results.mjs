// What was measured, as it is kept: results.json, a row a line, so that a change shows as one.
import {existsSync, readFileSync} from 'node:fs'
import {exponent, median, ratio} from './statistics.mjs'

/** What is measured together, in the order in which it is: three sizes of input, then two lines of growth. */
export const GROUPS = ['one', '136', '10000', 'files', 'documents']

/**
 * Those that were measured. Not by the object's own order, in which names of digits come first.
 *
 * @returns {[name: string, group: object][]}
 */
export function groupsOf({groups}) {
  return GROUPS.flatMap(name => (groups[name] === undefined ? [] : [[name, groups[name]]]))
}

/** @returns {{groups: Record<string, object>}} none where there is no file */
export function readResults(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {groups: {}}
}

export function resultsText(results) {
  const texts = groupsOf(results).map(([name, {rows, ...about}]) => {
    const facts = Object.entries(about).map(
      ([key, value]) => `      ${JSON.stringify(key)}: ${JSON.stringify(value)},\n`,
    )
    const lines = rows.map(row => `        ${JSON.stringify(row)}`).join(',\n')
    return `    ${JSON.stringify(name)}: {\n${facts.join('')}      "rows": [\n${lines}\n      ]\n    }`
  })
  return `{\n  "groups": {\n${texts.join(',\n')}\n  }\n}\n`
}

/** A row of a group; undefined where it was not measured, or did not come to its end. */
export function rowOf(results, group, id, where) {
  const row = results.groups[group]?.rows.find(row => row.id === id && (where === undefined || row.where === where))
  return row && isWhole(row) ? row : undefined
}

/** Whether its figures count: all runs came to their end, and to the same one, and linted what they should. */
export function isWhole({cpus, note}) {
  return note === undefined && cpus.length > 0 && cpus.every(Number.isFinite)
}

/** How many times the CPU (or wall) of one row another takes, paired; undefined where one of them is not there. */
export function timesOf(results, group, [id, where], [other, otherWhere], key = 'cpus') {
  const [row, base] = [rowOf(results, group, id, where), rowOf(results, group, other, otherWhere)]
  return row && base && ratio(row[key], base[key])
}

/**
 * A line of growth: CPU above that of a run that has next to nothing to do, the exponent that fits all points, and the greatest
 * between two neighbours, as a fit of decades hides what bends at their end.
 *
 * @returns {{points: {files: number, bytes: number, cpu: number}[], exponent: number | undefined, steepest: number | undefined}}
 */
export function growthOf(results, group) {
  const floor = rowOf(results, group, 'floor')
  if (floor === undefined) return {points: [], exponent: undefined, steepest: undefined}
  const points = results.groups[group].rows
    .filter(row => row.bytes && isWhole(row))
    .map(({files, bytes, cpus}) => ({files, bytes, cpu: median(cpus) - median(floor.cpus)}))
  const slope = points => exponent(points.map(({bytes, cpu}) => ({x: bytes, y: cpu})))
  const steps = points.slice(1).flatMap((point, index) => slope([points[index], point]) ?? [])
  return {points, exponent: slope(points), steepest: steps.length === 0 ? undefined : Math.max(...steps)}
}
