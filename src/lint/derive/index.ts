import type {Template} from '../../template/index.js'
import {jsonText} from '../../text/index.js'
import {yamlText} from '../../text/yaml-text.js'
import {type Entry, entriesOf} from './entries.js'

const DIALECT = 'https://json-schema.org/draft/2020-12/schema'

/**
 * A first schema for a kind, from what its template's form says: which rows and sections are there and not marked as optional,
 * their order, the statuses, the ids. It stands on `specwright:core`, the rules of every document.
 *
 * @param format `yaml`, with comments that tell what to change, or `json`.
 * @returns The schema's text.
 */
export function deriveSchema(template: Template, format: 'yaml' | 'json' = 'yaml'): string {
  const entries = entriesOf(template)
  const head = {
    $schema: DIALECT,
    $ref: 'specwright:core',
    title: `What a document of the kind "${template.kind}" holds`,
    description: 'The rules of every kind (specwright:core), and those on the sections and metadata of the template.',
  }
  if (format === 'json') {
    const rules = entries.filter(({proposed}) => !proposed).map(({id, value}) => [id, value])
    return jsonText({...head, $defs: Object.fromEntries(rules)})
  }
  const parts = [yamlText(head), `$defs:${entries.every(({proposed}) => proposed) ? ' {}' : ''}\n`]
  return parts.join('') + entries.map(entryText).join('\n')
}

function entryText({id, value, comment, proposed}: Entry): string {
  const text = indented(yamlText({[id]: value}), proposed ? '  # ' : '  ')
  return comment === undefined ? text : `${indented(`${comment}\n`, '  # ')}${text}`
}

function indented(text: string, indent: string): string {
  return text.replace(/^(?=.)/gm, indent)
}
