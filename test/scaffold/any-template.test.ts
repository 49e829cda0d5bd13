import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import type {Facts, Section} from '../../src/facts/index.js'
import {write} from '../../src/scaffold/document.js'
import {readTemplate, type Template, TemplateError, type TemplateSection} from '../../src/template/index.js'
import {factsOf} from '../facts/support.js'

const NO_EVIDENCE = {documents: [], questions: [], code: new Map(), neighbours: new Map()}

/** The template that a text is, or undefined where it is none, which is told with a line of it. */
function templateIn(source: string): Template | undefined {
  try {
    return readTemplate(source)
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error
    expect(error.line).toBeGreaterThanOrEqual(1)
    expect(error.line).toBeLessThanOrEqual(source.split(/\r\n|\n|\r/).length)
    expect(error.message).not.toBe('')
    return undefined
  }
}

/** A new document of a template, and what the facts say of it. */
function written(template: Template, title = 'Late mail'): {text: string; facts: Facts} {
  const values = ['author', 'status', 'owner', 'dates'].map(field => ({field, value: `the ${field}`, source: 'a test'}))
  const text = write({
    template,
    path: 'specs/a.md',
    title,
    values,
    links: [],
    guidance: 'comment',
    evidence: NO_EVIDENCE,
  })
  return {text, facts: factsOf(text, {kind: {name: template.kind, template}})}
}

/** Paths of the sections that a new document must have and the facts do not know in it. */
function unclaimed(
  forms: readonly TemplateSection[],
  counts: Section['counts'],
  sections: Facts['sections'],
): string[] {
  return forms
    .filter(({optional}) => !optional)
    .flatMap(({id, path, sections: inner}) =>
      (counts?.[id] ?? 0) > 0 ? unclaimed(inner, sections[id]?.counts, sections[id]?.sections ?? {}) : [path],
    )
}

const word = fc.constantFrom('Option', 'Cost', 'Story', 'of', '1', 'Größe', '决定', 'A-1', '`code`', '**bold**', 'a_b')
const hole = fc.constantFrom('…', '...', '[name]', '{title of option}', '<name>', '\\[a b]', '…?')
const between = fc.constantFrom(' ', ' - ', ': ', ' (', ' / ', '')
const heading = fc
  .array(fc.tuple(fc.oneof({weight: 3, arbitrary: word}, hole), between), {minLength: 1, maxLength: 4})
  .map(parts => parts.map(([text, gap], index) => (index < parts.length - 1 ? text + gap : text)).join(''))

interface FormSection {
  heading: string
  settings: string[]
  body: string[]
  sections: readonly FormSection[]
}

const setting = fc.constantFrom(
  'optional: true',
  'repeat: true',
  'level: any',
  'aliases: ["… Kosten", Preis]',
  'fill: sources',
)
const block = fc.constantFrom(
  'TBD',
  '- TBD',
  '- **A-1**: TBD',
  '<!-- guidance: Say why. -->',
  '<!-- example:\n## Option 1\n\nOne way.\n-->',
  '| a | b |\n| - | - |\n|  |  |',
  '```text\n## Cost\n```',
  '> ## Story',
  '[OPEN: what]',
)
const {sections: outermost} = fc.letrec<{sections: readonly FormSection[]}>(tie => ({
  sections: fc.array(
    fc.record({
      heading,
      settings: fc.uniqueArray(setting, {maxLength: 2}),
      body: fc.array(block, {maxLength: 2}),
      sections: fc.oneof({depthSize: 'small', withCrossShrink: true}, fc.constant([]), tie('sections')),
    }),
    {minLength: 1, maxLength: 4},
  ),
}))

const opening = fc.constantFrom(
  '',
  '---\nstatus: {a | b}\ndate: x\n---',
  '- Status: Draft\n- Date: x',
  '**Status**: Draft\n**Date**: x',
  '| A | B |\n| - | - |\n| Status | Draft |\n| Date |  |',
)
const head = fc
  .uniqueArray(
    fc.constantFrom(
      'levels: any',
      'statuses: [Draft, Done]',
      'marks: [{name: open, pattern: "\\\\[OPEN[^\\\\]]*\\\\]"}]',
      'ids: [{name: a, pattern: "A-\\\\d+"}]',
      'placeholders: [TBD text, {pattern: "<[a-z ]+>"}]',
      'appendix: Sources',
    ),
    {maxLength: 4},
  )
  .map(lines => (lines.length > 0 ? `<!-- spec-template\n${lines.join('\n')}\n-->` : ''))
const title = fc.constantFrom('', '# [Name]', '# Spec: <name>', '# Title')

const form = fc
  .tuple(opening, head, title, outermost, fc.constantFrom(1, 2), fc.constantFrom('\n', '\r\n'))
  .map(([metadata, comment, name, sections, level, end]) => {
    let number = 0
    const used = new Set<string>()
    const texts = (all: readonly FormSection[], depth: number): string[] =>
      all.flatMap(({heading: words, settings, body, sections: inner}) => {
        number += 1
        // Which of two headings alike is meant, nobody can tell.
        if (used.has(words)) return []
        used.add(words)
        const comment = `<!-- section\n${[`id: s${number}x`, ...settings].join('\n')}\n-->`
        return [
          `${'#'.repeat(Math.min(depth, 6))} ${words}`,
          comment,
          ...body,
          ...(depth < 6 ? texts(inner, depth + 1) : []),
        ]
      })
    const top = level === 1 && name === '' ? 1 : 2
    const frontmatter = metadata.startsWith('---') ? [metadata] : []
    const rest = metadata.startsWith('---') ? [] : [metadata]
    return [...frontmatter, comment, name, ...rest, ...texts(sections, top)]
      .filter(text => text !== '')
      .join('\n\n')
      .replaceAll('\n', end)
  })

/** A document with headings that are like those of the form, and not. */
const document = fc
  .array(
    fc.oneof(
      fc.tuple(fc.integer({min: 1, max: 6}), heading).map(([level, words]) => `${'#'.repeat(level)} ${words}`),
      block,
      opening,
      fc.constantFrom(
        'A-1 and A-22',
        '[OPEN: a\nb]',
        'TBD text',
        '> - A-3',
        '- [ ] `A-4`',
        '[A-5](x)',
        '\\[OPEN]',
        '\u{1f389} <name>',
      ),
      fc.string({unit: 'binary', maxLength: 12}),
    ),
    {maxLength: 25},
  )
  .chain(lines => fc.constantFrom('\n\n', '\n', '\r\n').map(end => lines.join(end)))

/** The ends of all ranges in the facts. */
function* offsetsIn(value: unknown): Generator<[number, number]> {
  if (typeof value !== 'object' || value === null) return
  const {start, end} = value as {start?: {offset?: number}; end?: {offset?: number}}
  if (start?.offset !== undefined && end?.offset !== undefined) yield [start.offset, end.offset]
  for (const inner of Object.values(value)) yield* offsetsIn(inner)
}

function claimedIn(sections: Facts['sections']): number {
  return Object.values(sections).reduce((sum, {claim, sections: inner}) => sum + (claim ? 1 : 0) + claimedIn(inner), 0)
}

function countedIn({counts, sections}: {counts?: Section['counts']; sections: Facts['sections']}): number {
  const own = Object.values(counts ?? {}).reduce((sum, count) => sum + count, 0)
  return Object.values(sections).reduce((sum, section) => sum + countedIn(section), own)
}

describe('any document of any template', () => {
  test('is read without a crash; its places lie in the text, its claims are counted, its patterns are where they say', () => {
    fc.assert(
      fc.property(form, document, (source, text) => {
        const template = templateIn(source)
        if (!template) return
        const facts = factsOf(text, {kind: {name: template.kind, template}})
        for (const [start, end] of offsetsIn(facts)) {
          expect(start).toBeGreaterThanOrEqual(0)
          expect(end).toBeGreaterThanOrEqual(start)
          expect(end).toBeLessThanOrEqual(text.length)
        }
        expect(countedIn(facts)).toBe(claimedIn(facts.sections))
        const {definitions, uses} = facts.identifiers
        for (const {id, position} of [...definitions, ...uses])
          expect(text.slice(position.start.offset, position.end.offset)).toBe(id)
        expect(new Set(definitions.map(({id}) => id)).size).toBe(
          new Set([...definitions, ...uses.filter(({defined}) => defined)].map(({id}) => id)).size,
        )
      }),
      {numRuns: 500},
    )
  })
})

describe('any text', () => {
  const texts = fc.oneof(
    fc.string({unit: 'binary', maxLength: 200}),
    fc.tuple(form, fc.nat(), fc.string({unit: 'binary', maxLength: 5})).map(([source, at, words]) => {
      const place = at % (source.length + 1)
      return source.slice(0, place) + words + source.slice(place)
    }),
    fc.tuple(form, fc.nat(), fc.nat()).map(([source, from, length]) => {
      const place = from % (source.length + 1)
      return source.slice(0, place) + source.slice(place + (length % 20))
    }),
  )
  test('is a template or refused with a line; a new document of it can be written and read', () => {
    fc.assert(
      fc.property(texts, source => {
        const template = templateIn(source)
        if (!template) return
        // Nothing is written of a template whose sections are all left out at first.
        const isEmpty = template.sections.every(({optional}) => optional)
        expect(written(template).facts.blocks).toBeGreaterThanOrEqual(isEmpty ? 0 : 1)
      }),
      {numRuns: 500},
    )
  })
})

describe('a new document of any template', () => {
  test('has every section that is not optional, and they are known in it', () => {
    let readable = 0
    fc.assert(
      fc.property(form, source => {
        const template = templateIn(source)
        if (!template) return
        readable++
        const {text, facts} = written(template)
        expect(unclaimed(template.sections, facts.counts, facts.sections), text).toEqual([])
      }),
      {numRuns: 500},
    )
    expect(readable).toBeGreaterThan(100)
  })
})
