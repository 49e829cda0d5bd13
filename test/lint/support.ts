import type {Facts, Point, Position, Section} from '../../src/facts/types.js'
import type {Template, TemplateSection} from '../../src/template/index.js'

/** A place on one line whose offset is 100 times the line, so that order and extents can be read off. */
export function place(line: number, width = 10): Position {
  return {start: point(line), end: point(line, width)}
}

export function point(line: number, column = 0): Point {
  return {line, column: column + 1, offset: line * 100 + column}
}

/** Facts of a document of 99 lines in which nothing is wrong, changed as told. */
export function factsWith(more: Partial<Facts> = {}): Facts {
  const title = {text: 'Title', name: 'Title', ordinal: 1, position: place(1)}
  return {
    schemaVersion: 1,
    path: 'specs/a.md',
    kind: 'test',
    blocks: 9,
    position: title.position,
    end: point(99),
    title,
    titles: [title],
    metadata: {},
    metadataPosition: place(3),
    outline: [],
    counts: {},
    deprecated: [],
    templateMarks: [],
    sections: {},
    citations: [],
    sources: [],
    ledger: [],
    planned: [],
    fences: [],
    tables: [],
    tableLookalikes: [],
    references: [],
    residue: [],
    marks: [],
    identifiers: {definitions: [], uses: []},
    unset: [],
    exceptions: [],
    research: {available: 0, listed: [], cited: [], relevant: []},
    ...more,
  }
}

/** A section from its heading's line to the line behind its last. */
export function section(id: string, from: number, to: number, more: Partial<Section> = {}): Section {
  return {id, title: id, heading: `## ${id}`, level: 2, sections: {}, position: place(from), end: point(to), ...more}
}

function sectionOf(path: string, heading: string, sections: TemplateSection[] = []): TemplateSection {
  const id = path.split('/').at(-1) ?? ''
  const level = path.split('/').length + 1
  const title = heading.replace(/^[\d.]+ /, '')
  return {
    id,
    path,
    heading,
    title,
    level,
    aliases: [],
    optional: false,
    guidance: [],
    examples: [],
    sections,
    start: 0,
    end: 0,
  }
}

/** A template of two sections, the second with one of its own. */
export function templateOf(): Template {
  return {
    kind: 'test',
    version: 1,
    source: '',
    title: '[Name]',
    titlePrefix: '',
    titleSuffix: '',
    statuses: [
      {name: 'Draft (WIP)', short: 'Draft', aliases: []},
      {name: 'Approved', short: 'Approved', aliases: []},
    ],
    metadata: {
      sources: ['table'],
      header: [],
      rows: ['author', 'status'].map(id => ({id, label: `Label of ${id}`, aliases: [], optional: false})),
    },
    sections: [
      sectionOf('first', '1. First Things'),
      sectionOf('second', '2. Second Things', [sectionOf('second/inner', '2.1 Inner Matters')]),
    ],
    residue: [],
    placeholders: [],
    marks: [],
    ids: [],
    markers: [],
    labels: [],
    open: [],
  }
}
