import type {FencedCode} from '../reading/code.js'
import type {Document} from '../reading/document.js'
import {rangeBetween} from '../reading/positions.js'
import type {NestedFence} from '../types.js'
import {hiddenTitles} from './hidden.js'
import {contentLines} from './lines.js'

/** Lines in a fence that would open another, with an info string, of the same character and at least its length. */
export function nestedIn(document: Document, fence: FencedCode): NestedFence[] {
  const opener = new RegExp(`^( {0,3})(${fence.character}{${fence.length},})[ \\t]*([^\\s${fence.character}].*)$`)
  return contentLines(document, fence).flatMap(({text, offset}) => {
    const [, indent = '', , info] = opener.exec(text) ?? []
    if (info === undefined) return []
    if (fence.character === '`' && info.includes('`')) return []
    const start = offset + indent.length
    const position = rangeBetween(document.lines, start, offset + text.trimEnd().length)
    const end = nextMainHeading(document, start)
    return {
      info: info.trim(),
      unclosed: false,
      hidden: hiddenTitles(document, start, end),
      position,
      end: document.lines.pointAt(end),
    }
  })
}

/** Offset of the next heading that a section of level 2 of the template claims; else the end of the document. */
function nextMainHeading({sections, text}: Document, offset: number): number {
  const next = sections.roots.find(node => node.claim && node.start > offset)
  return next?.start ?? text.length
}

/** A fence with what stands in it, before it is known what follows from what. */
export interface FenceLine {
  fence: FencedCode
  closed: boolean
  nested: NestedFence[]
}

/**
 * From which nested opener it follows that a fence is open, by the fence. Lines of backticks (or tildes) are read once more as
 * their author meant them: an info string opens, a bare line closes what is open, and opens where nothing is. A fence that was
 * meant to close goes back to the nested opener at which the two readings parted.
 */
export function openersOf(fences: readonly FenceLine[]): Map<FenceLine, NestedFence> {
  const openers = new Map<FenceLine, NestedFence>()
  const readings = {'`': {depth: 0}, '~': {depth: 0}} satisfies Record<string, Intent>
  for (const line of fences) {
    const intent: Intent = readings[line.fence.character]
    const meantToClose = line.fence.info === '' && intent.depth > 0
    intent.depth += meantToClose ? -1 : 1
    for (const nested of line.nested) {
      intent.cause ??= nested
      intent.depth++
    }
    if (line.closed) intent.depth += intent.depth > 0 ? -1 : 1
    else if (meantToClose && intent.cause) openers.set(line, intent.cause)
    // The parser is outside of all fences here; where the author is too, what went wrong is over.
    if (intent.depth === 0) delete intent.cause
  }
  return openers
}

interface Intent {
  /** Fences that the author means to be in. */
  depth: number
  cause?: NestedFence
}
