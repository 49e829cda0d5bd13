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
    String.raw`^[\s>*+|\d.)[\]x-]*(?:\*\*)?(?:create|add)[:*]*\s+(?:a |the )?(?:new )?(?:file |module |script )?${PATH}`,
    'i',
  ),
  RegExp(String.raw`\bnew (?:file|module|script|test file)s?:?\s+(?:at |in )?${PATH}`, 'i'),
  RegExp(
    String.raw`${PATH}(?:\*\*)?\s*(?:\((?:\*\*)?new(?: file)?(?:\*\*)?\)|[—–-]+ (?:\*\*)?new(?: file)?(?:\*\*)?(?:[.,:;]|$))`,
    'i',
  ),
  RegExp(String.raw`^\s*\|\s*${PATH}\s*\|(?:[^|]*\|)*?\s*(?:\*\*)?(?:new|create|new file)(?:\*\*)?\s*\|`, 'i'),
]
const REASON =
  /~~|\b(?:not needed|no longer|dropped|instead|abandoned|renamed|moved|superseded|replaced|merged into|folded into|n\/a|not created|was not)\b/i

/** Files that the document says will be made, each once, by the lines outside fences that say so. */
export function planned(document: Document, citations: readonly Citation[], world: World): PlannedFile[] {
  return plannedIn(document).map(({path, position, lines}) => {
    const section = document.sectionAt(position.start.offset)
    const found = citations.some(
      each => each.kind === 'code' && each.target === path && each.exists === true && each.drift?.state !== 'deleted',
    )
    return {
      path,
      exists: found || world.entries.get(path)?.type === 'file',
      explained: lines.some(line => REASON.test(document.lines.text(line))),
      ...(section !== undefined && {section}),
      position,
    }
  })
}

/** Paths that must be looked up to tell which of them are there. */
export function plannedPaths(document: Document): string[] {
  return plannedIn(document).map(({path}) => path)
}

const plannedIn = once((document: Document): Planned[] => {
  const byPath = new Map<string, Planned>()
  const {lines} = document
  const inFence = fencedLines(document)
  for (let line = 1; line <= lines.count; line++) {
    const text = lines.text(line)
    if (!text.includes('`') || inFence.has(line)) continue
    for (const statement of STATEMENTS) {
      const path = statement.exec(text)?.[1]?.replace(/^\.\//, '')
      if (path === undefined || !isPlannable(path) || byPath.has(path)) continue
      const at = lines.start(line) + text.indexOf(path)
      const position = {start: lines.pointAt(at), end: lines.pointAt(at + path.length)}
      byPath.set(path, {path, position, lines: []})
    }
  }
  if (byPath.size === 0) return []
  for (let line = 1; line <= lines.count; line++)
    for (const [path, entry] of byPath) if (lines.text(line).includes(path)) entry.lines.push(line)
  return [...byPath.values()]
})

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
