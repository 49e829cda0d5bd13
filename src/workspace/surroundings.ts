import {decode} from './decode.js'
import type {Bytes} from './read.js'
import type {Surroundings} from './types.js'

/**
 * What the documents around say of themselves. Each is read once in the life of a workspace, and only when this is asked for:
 * there may be hundreds.
 */
export async function surroundingsOf(
  {specs, research}: {specs: readonly string[]; research: readonly string[]},
  bytes: (path: string) => Promise<Bytes>,
): Promise<Surroundings> {
  // The reader of frontmatter is loaded only now.
  const {readAbout} = await import('../research/sketch.js')
  const [abouts, heads] = await Promise.all([
    Promise.all(research.map(async path => aboutOf(readAbout, path, await beginningOf(path, bytes)))),
    Promise.all(specs.map(async path => [path, headOf((await textOf(path, bytes)) ?? '')] as const)),
  ])
  return {research: abouts.flatMap(about => about ?? []), specs: new Map(heads)}
}

async function beginningOf(path: string, bytes: (path: string) => Promise<Bytes>): Promise<string | undefined> {
  const text = await textOf(path, bytes)
  return text === undefined ? undefined : headOf(text)
}

async function textOf(path: string, bytes: (path: string) => Promise<Bytes>): Promise<string | undefined> {
  const read = await bytes(path)
  const reading = read.ok ? decode(read.bytes) : read
  return reading.ok ? reading.text : undefined
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
