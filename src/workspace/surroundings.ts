import {owned, ownText} from '../text/index.js'
import {decode} from './decode.js'
import type {Bytes} from './read.js'
import type {Surroundings} from './types.js'

// Nearly all documents have their first section by then.
const BEGINNING = 4096

/** The first bytes of a file: as many as are asked for at least, or all that there are; undefined where it leads nowhere. */
type Beginning = (path: string, length: number) => Promise<Bytes | undefined>

/**
 * What the documents around say of themselves. Each is read once in the life of a workspace, and only when this is asked for:
 * there may be hundreds. Of each no more is read than its beginning.
 */
export async function surroundingsOf(
  {specs, research}: {specs: readonly string[]; research: readonly string[]},
  beginning: Beginning,
): Promise<Surroundings> {
  // The reader of frontmatter is loaded only now.
  const {readAbout} = await import('../research/sketch.js')
  const [abouts, heads] = await Promise.all([
    Promise.all(research.map(async path => aboutOf(readAbout, path, await headAt(path, beginning)))),
    Promise.all(specs.map(async path => [path, (await headAt(path, beginning)) ?? ''] as const)),
  ])
  return {research: owned(abouts.flatMap(about => about ?? [])), specs: new Map(heads)}
}

async function headAt(path: string, beginning: Beginning, length = BEGINNING): Promise<string | undefined> {
  const read = await beginning(path, length)
  if (!read?.ok) return undefined
  const isAll = read.bytes.length !== length
  // The last line may be cut, within a sign even.
  const bytes = isAll ? read.bytes : read.bytes.subarray(0, read.bytes.lastIndexOf(LF) + 1)
  const reading = decode(bytes)
  if (!reading.ok) return undefined
  const head = headOf(reading.text)
  return isAll || head.length < reading.text.length ? ownText(head) : headAt(path, beginning, length * 16)
}

function aboutOf<About>(
  read: (path: string, text: string) => About,
  path: string,
  text: string | undefined,
): About | undefined {
  if (text === undefined) return undefined
  try {
    return read(path, text)
  } catch {
    // One that is too large or too deep says nothing.
    return undefined
  }
}

const LF = 0x0a

/** The lines of a document up to its first heading of level 2 outside of fences. */
export function headOf(text: string): string {
  const line = /^[^\r\n]*(?:\r\n|\n|\r|$)/gm
  let fence: string | undefined
  for (let match = line.exec(text); match !== null && match[0] !== ''; match = line.exec(text)) {
    const marks = /^ {0,3}(`{3,}|~{3,})/.exec(match[0])?.[1]
    if (fence !== undefined) {
      if (marks?.startsWith(fence)) fence = undefined
    } else if (marks !== undefined) fence = marks
    else if (/^ {0,3}##(?:[ \t\r\n]|$)/.test(match[0])) return text.slice(0, match.index)
  }
  return text
}
