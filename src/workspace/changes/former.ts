import {blobId} from '../git/blob-id.js'

/** A document of before that is gone. */
export interface GoneDocument {
  path: string
  id: string
  /** Undefined: it cannot be read. */
  text(): Promise<string | undefined>
}

// As git's own search for renames: at least half of it must be the same.
const LEAST = 0.5
// Who has moved more documents than this at once has changed something else than documents.
const MOST = 500

/** The document that a new one was before: one of the same content, else the one with which it shares most lines. `gone`: by path. */
export async function formerOf(bytes: Buffer, gone: readonly GoneDocument[]): Promise<GoneDocument | undefined> {
  const exact = gone.find(({id}) => blobId(bytes, id.length) === id)
  if (exact) return exact
  const lines = linesIn(bytes.toString())
  const scored: {document: GoneDocument; score: number}[] = []
  for (const document of gone.slice(0, MOST)) {
    const text = await document.text()
    const score = text === undefined ? 0 : likeness(lines, linesIn(text))
    if (score >= LEAST) scored.push({document, score})
  }
  // Of those that share as much the first one stays the first.
  scored.sort((a, b) => b.score - a.score)
  return scored[0]?.document
}

function linesIn(text: string): string[] {
  return text
    .split(/\r\n|\n|\r/)
    .map(line => line.trim())
    .filter(line => line !== '')
}

/** The share of lines that two texts have in common, 0 to 1. */
function likeness(a: readonly string[], b: readonly string[]): number {
  const counts = new Map<string, number>()
  for (const line of a) counts.set(line, (counts.get(line) ?? 0) + 1)
  let shared = 0
  for (const line of b) {
    const left = counts.get(line) ?? 0
    if (left === 0) continue
    counts.set(line, left - 1)
    shared++
  }
  return (2 * shared) / Math.max(1, a.length + b.length)
}
