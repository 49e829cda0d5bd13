import {expect} from 'vitest'
import {collectCitations, questionsOfCitations, resolveCitations} from '../../src/facts/citations/index.js'
import type {Citation} from '../../src/facts/types.js'
import {linesOf, parse} from '../../src/markdown/index.js'
import type {Entry, World} from '../../src/workspace/index.js'
import {textAt} from './citations.js'

const headings: Record<string, string[]> = {
  'research/x.md': ['X', '1. Data model', '1.1 Growth', '8a. The `tool()` helper', 'Phase 3: Later', 'Costs & limits'],
  'research/y.md': ['Y', '3. Elsewhere'],
  'research/plain.md': ['Plain', 'Words'],
  'specs/b.md': ['B', '4.1 Goals'],
}

// What stands in their texts beside the headings.
const texts: Record<string, string> = {
  'research/x.md': '**Retry budget**: three times.',
  'specs/b.md': 'a\n\n- **Cold start:** 20 ms',
}

/** Section references of a text that stands in `specs/a.md`. */
export function sections(text: string, row?: string): Citation[] {
  const at = row === undefined ? -1 : text.indexOf(row)
  const places = linesOf(text)
  const position = {start: places.pointAt(Math.max(at, 0)), end: places.pointAt(Math.max(at, 0) + (row?.length ?? 0))}
  const context = {
    ...(row !== undefined && {researchRow: () => ({position})}),
    path: 'specs/a.md',
    folders: {research: ['research'], specs: ['specs']},
    lines: linesOf(text),
    sectionAt: () => undefined,
  }
  const drafts = collectCitations({...context, tree: parse(text), text})
  const entries = new Map<string, Entry>()
  for (const question of questionsOfCitations(drafts, context)) {
    const known = headings[question.path]
    if (known === undefined) entries.set(question.path, {type: 'missing'})
    else {
      const cited = known.map((each, index) => ({level: index === 0 ? 1 : 2, text: each, line: index + 1}))
      entries.set(question.path, {
        type: 'file',
        ...(question.headings && {headings: cited}),
        ...(question.text && {text: texts[question.path] ?? ''}),
      })
    }
  }
  const paths = Object.keys(headings)
  const world: World = {
    research: paths.filter(path => path.startsWith('research/')),
    specs: paths.filter(path => path.startsWith('specs/')),
    entries,
  }
  const found = resolveCitations(drafts, world, context).filter(({form}) => form === 'section-reference')
  for (const each of found) expect(textAt(text, each.position)).toBe(each.text)
  return found
}

/** Each as "text → heading of path, whether it exists". */
export function shown(text: string): string[] {
  return sections(text).map(
    ({text: words, heading, path, headingExists, candidates}) =>
      `${words} → ${heading} ${candidates?.join('|') ?? path ?? '?'} ${headingExists ?? '?'}`,
  )
}
