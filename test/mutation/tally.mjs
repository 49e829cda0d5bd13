// What came of mutants, from Stryker's report: by folder, and those that no test saw, each with its place.

const SEEN = new Set(['Killed', 'Timeout'])
const UNSEEN = new Set(['Survived', 'NoCoverage'])

/**
 * @param {{files: Record<string, {source: string, mutants: {status: string, mutatorName: string, replacement?: string,
 *   location: {start: {line: number, column: number}, end: {line: number, column: number}}}[]}>}} report
 *   of the mutation testing report schema
 * @returns {{score: number, seen: number, all: number, folders: {folder: string, seen: number, all: number}[],
 *   unseen: {place: string, mutator: string, status: string, before: string, after: string}[]}} scores in percent
 */
export function tallyOf(report) {
  const folders = new Map()
  const unseen = []
  for (const [path, {source, mutants}] of Object.entries(report.files)) {
    const folder = path.split('/').slice(0, -1).join('/')
    const counts = folders.get(folder) ?? {folder, seen: 0, all: 0}
    folders.set(folder, counts)
    for (const mutant of mutants) {
      if (!SEEN.has(mutant.status) && !UNSEEN.has(mutant.status)) continue
      counts.all += 1
      if (SEEN.has(mutant.status)) counts.seen += 1
      else unseen.push(unseenOf(path, source, mutant))
    }
  }
  const sorted = [...folders.values()].filter(({all}) => all > 0).sort((a, b) => (a.folder < b.folder ? -1 : 1))
  const seen = sorted.reduce((sum, counts) => sum + counts.seen, 0)
  const all = sorted.reduce((sum, counts) => sum + counts.all, 0)
  return {score: percent(seen, all), seen, all, folders: sorted, unseen}
}

function unseenOf(path, source, {mutatorName, status, replacement = '', location: {start, end}}) {
  const lines = source.split('\n').slice(start.line - 1, end.line)
  lines[lines.length - 1] = lines.at(-1).slice(0, end.column - 1)
  lines[0] = lines[0].slice(start.column - 1)
  const place = `${path}:${start.line}:${start.column}`
  return {place, mutator: mutatorName, status, before: onOneLine(lines.join('\n')), after: onOneLine(replacement)}
}

function onOneLine(code) {
  const line = code.replace(/\s+/g, ' ').trim()
  return line.length > 90 ? `${line.slice(0, 60)} … ${line.slice(-25)}` : line
}

function percent(part, all) {
  return all === 0 ? 100 : Math.floor((part / all) * 1000) / 10
}

/** A tally in lines, the unseen ones first. */
export function shown({score, seen, all, folders, unseen}) {
  const places = unseen.map(
    ({place, mutator, status, before, after}) =>
      `${place} ${mutator}${status === 'NoCoverage' ? ', reached by no test' : ''}\n    ${before}\n    ${after === '' ? '(nothing)' : after}`,
  )
  const sums = folders.map(
    counts =>
      `${String(percent(counts.seen, counts.all)).padStart(5)} %  ${counts.seen} of ${counts.all}  ${counts.folder}`,
  )
  return [...places, '', ...sums, `${String(score).padStart(5)} %  ${seen} of ${all} mutants were seen`].join('\n')
}
