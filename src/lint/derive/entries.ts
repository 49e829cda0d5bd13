import type {Template} from '../../template/index.js'
import {demandsOf, type Parent} from './demands.js'

/** An entry of the derived schema: a rule, or `true`, which takes a rule of the base away. */
export interface Entry {
  id: string
  value: unknown
  /** Why it is there, for its reader. */
  comment?: string
  /** Only proposed: it stands in a comment. */
  proposed?: boolean
}

/** The entries of a first schema for a template, in the order in which they are read. */
export function entriesOf(template: Template): Entry[] {
  const {rows, sections, parents} = demandsOf(template)
  const ids = (items: readonly {id: string}[]): string[] => items.map(({id}) => id)
  return [
    ...(template.title === '' ? [UNTITLED] : []),
    ...(rows.length > 0 ? [missingMetadata(ids(rows)), blankMetadata(ids(rows))] : []),
    ...(template.statuses.length > 0 && template.metadata.rows.some(({id}) => id === 'status') ? [UNKNOWN_STATUS] : []),
    ...(sections.length > 0 ? [missingSection(ids(sections))] : []),
    ...(parents.length > 0 ? [missingSubsection(parents)] : []),
    ...(template.sections.length > 1 ? [SECTION_ORDER] : []),
    ...(template.ids.length > 0 ? [DUPLICATE_ID, UNDEFINED_ID] : []),
    ...extraSection(template),
    ...severities(template),
  ]
}

const UNTITLED: Entry = {
  id: 'missing-title',
  value: true,
  comment: 'The template has no title of level 1, so documents need none.',
}

function missingMetadata(rows: readonly string[]): Entry {
  return {
    id: 'missing-metadata',
    comment: 'Take away what a document may do without.',
    value: {
      title: 'The metadata is complete',
      description: 'Lists and readers go by it.',
      severity: 'error',
      message: 'Missing metadata "{missing}", expected it here',
      properties: {metadata: {required: rows}},
    },
  }
}

function blankMetadata(rows: readonly string[]): Entry {
  return {
    id: 'blank-metadata',
    value: {
      title: 'The metadata is filled in',
      description: 'A label without a value tells nothing.',
      severity: 'warning',
      message: 'Unexpected blank value for "{item.label}", expected a value',
      properties: {
        metadata: {properties: Object.fromEntries(rows.map(id => [id, {properties: {value: {pattern: '\\S'}}}]))},
      },
    },
  }
}

const UNKNOWN_STATUS: Entry = {
  id: 'unknown-status',
  value: {
    title: "The status begins with one of the template's statuses",
    description: 'Rules and lists go by the status.',
    severity: 'error',
    message: 'Unexpected status "{item.value}", expected it to begin with {item.allowed}',
    explains: ['unset-value', 'residue'],
    properties: {metadata: {properties: {status: {properties: {known: {const: true}}}}}},
  },
}

function missingSection(sections: readonly string[]): Entry {
  return {
    id: 'missing-section',
    value: {
      title: 'The sections of the template are there',
      description: 'Each answers a question that readers come with.',
      severity: 'error',
      message: 'Missing section "{missing}", expected it here',
      properties: {sections: {required: sections}},
    },
  }
}

function missingSubsection(parents: readonly Parent[]): Entry {
  return {
    id: 'missing-subsection',
    comment: 'Where the section around it is there, and does not say "N/A: reason".',
    value: {
      title: 'The sub-sections of the template are there',
      description: 'Readers look them up by name.',
      severity: 'warning',
      message: 'Missing sub-section "{missing}", expected it here',
      properties: {sections: {properties: subsections(parents)}},
    },
  }
}

function subsections(parents: readonly Parent[]): Record<string, unknown> {
  return Object.fromEntries(
    parents.map(({section, required, parents: inner}) => [
      section.id,
      {
        if: {required: ['waiver']},
        else: {
          properties: {
            sections: {
              ...(required.length > 0 && {required: required.map(({id}) => id)}),
              ...(inner.length > 0 && {properties: subsections(inner)}),
            },
          },
        },
      },
    ]),
  )
}

const SECTION_ORDER: Entry = {
  id: 'section-order',
  value: {
    title: "The sections stand in the template's order",
    description: 'Who knows one document finds the way in the next.',
    severity: 'warning',
    message: 'Unexpected section "{item.heading}" {actual}, expected it {expected}',
    properties: {sections: {inOrder: true}},
  },
}

const DUPLICATE_ID: Entry = {
  id: 'duplicate-id',
  value: {
    title: 'An id is given once',
    description: 'Of two things with one id, each reader knows another.',
    severity: 'error',
    message: 'Unexpected second definition of "{item.id}", expected another id than that of line {first.line}',
    properties: {identifiers: {properties: {definitions: {uniqueBy: ['id']}}}},
  },
}

const UNDEFINED_ID: Entry = {
  id: 'undefined-id',
  value: {
    title: 'An id that is used is defined',
    description: 'A reference to what is nowhere was meant for another, or what it named was lost.',
    severity: 'error',
    message: 'Unexpected id "{item.id}", expected one that is defined in this document',
    properties: {identifiers: {properties: {uses: {items: {properties: {defined: {const: true}}}}}}},
  },
}

function extraSection({sections}: Template): Entry[] {
  const value = {
    title: 'There are no sections but those of the template',
    description: 'What has no place in the form is looked for in vain.',
    severity: 'warning',
    message: 'Unexpected section "{extra}", expected only those of the template',
    properties: {
      sections: {properties: Object.fromEntries(sections.map(({id}) => [id, true])), additionalProperties: false},
    },
  }
  return [
    {id: 'extra-section', proposed: true, comment: "Sections of the author's own are welcome. To allow none:", value},
  ]
}

function severities({statuses}: Template): Entry[] {
  const last = statuses[statuses.length - 1]
  if (last === undefined) return []
  return ['empty-section', 'residue', 'unset-value'].map((id, index) => ({
    id,
    proposed: true,
    ...(index === 0 && {comment: 'Rules of the base, stricter by status:'}),
    value: {$ref: `specwright:core#/$defs/${id}`, severity: {[last.name]: 'error', default: 'warning'}},
  }))
}
