import {leavesRoot} from '../text/index.js'
import type {World} from '../workspace/index.js'
import {isFileName} from './citations/source-names.js'
import type {Document} from './reading/document.js'
import {once} from './reading/once.js'
import type {Citation, PlannedFile, Position} from './types.js'

interface Planned {
  path: string
  position: Position
  /** Lines of the text that name it. */
  lines: number[]
}

const PATH = '`([^`\\s]{3,200})`'
// Only what says so in so many words: "Create `src/x.ts`", "new file: `src/x.ts`", "`src/x.ts` (new)", a cell "New" in its row.
const STATEMENTS = [
  RegExp(
    // "Add `CHANGELOG.md` entry" adds to a file.
    String.raw`^[\s>*+|\d.)[\]x-]*(?:\*\*)?(?:create|add)[:*]*\s+(?:an? |the )?(?:new )?(?:file |module |script )?${PATH}(?!\s+(?:\`|(?:entr|row|line|section|import|export|field|key|case|block)))`,
    'i',
  ),
  RegExp(String.raw`\bnew (?:file|module|script|test file)s?:?\s+(?:at |in )?${PATH}`, 'i'),
  RegExp(
    String.raw`${PATH}(?:\*\*)?\s*(?:\((?:\*\*)?new(?: file)?(?:\*\*)?\)|[—–-]+ (?:\*\*)?new(?: file)?(?:\*\*)?(?:[.,:;]|$))`,
    'i',
  ),
]
// What each of them has in it, and each table that says so.
const SAYS_SO = /new|creat|add/i
// What a program makes while it runs is no file of the repository: "writes a new file `out/report.json`".
const AT_RUN_TIME =
  /\b(?:writes|creates|generates|emits|produces|saves|outputs|stores|records|dumps|downloads)\b[^.`]{0,60}\bnew file|\b(?:at|during) (?:run[ -]?time|start-?up)\b|\bon (?:(?:the )?first|each|every) (?:run|start|call)\b/i

const REASON =
  /~~|\b(?:not needed|no longer|dropped|abandoned|renamed|moved(?! (?:here )?(?:from|out of))|superseded|replaced|merged into|folded into|n\/a|not created|was not)\b/i
// "went into `src/y.ts` instead" tells of a file; "a class instead of functions" does not.
const INSTEAD =
  /\b(?:was|were|is|are|lives?|went|became|stayed|kept|put|done|made|merged|landed|used)\b(?:`[^`]{0,200}`|[^.;|`]){0,80}\binstead\b(?!\s+of\b)|\binstead of (?:an? |the )?(?:new )?(?:file )?`([^`\s]{3,200})`/i

/** Files that the document says will be made, each once, by the lines outside fences that say so. */
export function planned(document: Document, citations: readonly Citation[], world: World): PlannedFile[] {
  const found = new Set<string>()
  for (const {kind, target, exists, drift} of citations)
    if (kind === 'code' && exists === true && drift?.state !== 'deleted') found.add(target)
  // Once for each line: one that names thousands of files may be a long one.
  const explanations = new Map<number, Explanation>()
  const explanationOf = (line: number): Explanation => {
    const explanation = explanations.get(line) ?? explanationIn(document.lines.text(line))
    explanations.set(line, explanation)
    return explanation
  }
  return plannedIn(document).map(({path, position, lines}) => {
    const section = document.sectionAt(position.start.offset)
    return {
      path,
      exists: found.has(path) || world.entries.get(path)?.type === 'file',
      explained: lines.some(line => explanationOf(line)(path)),
      ...(section !== undefined && {section}),
      position,
    }
  })
}

/** Whether a line tells what became of a file that it names. */
type Explanation = (path: string) => boolean

function explanationIn(text: string): Explanation {
  if (REASON.test(text)) return () => true
  const instead = INSTEAD.exec(text)
  return path => instead !== null && (instead[1] === undefined || instead[1].endsWith(path))
}

/** Paths that must be looked up to tell which of them are there. */
export function plannedPaths(document: Document): string[] {
  return plannedIn(document).map(({path}) => path)
}

const plannedIn = once((document: Document): Planned[] => {
  const byPath = new Map<string, Planned>()
  const {lines} = document
  const inFence = fencedLines(document)
  let header = ''
  for (let line = 1; line <= lines.count; line++) {
    const text = lines.text(line)
    if (!/^\s{0,3}\|/.test(text)) header = ''
    else if (header === '') header = text
    if (!text.includes('`') || !SAYS_SO.test(text.replaceAll('**', '')) || inFence.has(line) || AT_RUN_TIME.test(text))
      continue
    for (const written of [...STATEMENTS.map(statement => statement.exec(text)?.[1]), newInTable(text, header)]) {
      const path = written?.replace(/^\.\//, '')
      if (path === undefined || !isPlannable(path) || byPath.has(path)) continue
      const at = lines.start(line) + text.indexOf(path)
      const position = {start: lines.pointAt(at), end: lines.pointAt(at + path.length)}
      byPath.set(path, {path, position, lines: []})
    }
  }
  if (byPath.size === 0) return []
  const pathsOf = pathFinder(byPath.keys())
  for (let line = 1; line <= lines.count; line++)
    for (const path of pathsOf(lines.text(line))) byPath.get(path)?.lines.push(line)
  return [...byPath.values()]
})

/**
 * Finds which of many paths, each with a slash in it, a line names: what stands around its slashes is looked up. First what stands
 * before them, so that a line takes no longer the more paths there are.
 */
function pathFinder(paths: Iterable<string>): (line: string) => ReadonlySet<string> {
  const all = new Set(paths)
  // How long the names are that begin with the last slash, for each folder, and how long folders are.
  const names = new Map<string, Set<number>>()
  const lengths = new Set<number>()
  for (const path of all) {
    const before = path.lastIndexOf('/')
    const folder = path.slice(0, before)
    const known = names.get(folder) ?? new Set()
    names.set(folder, known.add(path.length - before))
    lengths.add(before)
  }
  return line => {
    const found = new Set<string>()
    for (let at = line.indexOf('/'); at >= 0; at = line.indexOf('/', at + 1)) {
      for (const before of lengths) {
        if (at < before) continue
        for (const behind of names.get(line.slice(at - before, at)) ?? []) {
          const path = line.slice(at - before, at + behind)
          if (all.has(path)) found.add(path)
        }
      }
    }
    return found
  }
}

// A column that tells what is done to the file of its row.
const STATE = /^(?:action|change|change type|kind|operation|state|status|type|what)s?$/i

/** The path that a row of a table is about, where the row says that the file is new: of a part of it, that may stand behind. */
function newInTable(text: string, header: string): string | undefined {
  if (header === '') return undefined
  const [cells, names] = [cellsIn(text), cellsIn(header)]
  const [paths, others] = [cells.map(cell => ONLY_PATH.exec(cell)?.[1]), cells.slice(2)]
  const [only, ...more] = paths.filter(path => path !== undefined)
  if (only === undefined || more.length > 0) return undefined
  if (cells.some(cell => /^new file$/i.test(cell))) return only
  const isNew = others.some(
    (cell, index) =>
      /^(?:new|create)$/i.test(cell) || (/^(?:added|created)$/i.test(cell) && STATE.test(names[index + 2] ?? '')),
  )
  return isNew ? paths[1] : undefined
}

const ONLY_PATH = RegExp(`^${PATH}$`)

// The first is what stands before the row's first bar: nothing.
function cellsIn(row: string): string[] {
  return row.split('|').map(cell => cell.replaceAll('**', '').trim())
}

function isPlannable(path: string): boolean {
  return path.includes('/') && !leavesRoot(path) && !/^[/~$]|[*{}<>]|\.\.\.|:/.test(path) && isFileName(path)
}

function fencedLines({blocks}: Document): ReadonlySet<number> {
  const lines = new Set<number>()
  for (const {node} of blocks) {
    if (node.type !== 'code' || node.position === undefined) continue
    for (let line = node.position.start.line; line <= node.position.end.line; line++) lines.add(line)
  }
  return lines
}
