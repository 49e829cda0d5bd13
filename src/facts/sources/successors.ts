import type {World} from '../../workspace/index.js'
import type {Document} from '../reading/document.js'
import {headOfSpec} from './specs.js'
import {namedBy, statementsOf} from './statements.js'

type Successors = ReadonlyMap<string, string>

const known = new WeakMap<object, {template: Document['template']; successors: Successors}>()

/**
 * Documents that another spec says it supersedes, with that spec: of two specs it is most often only the newer one that tells.
 */
export function successorsIn(document: Document, world: World): Successors {
  const {surroundings} = world
  if (!surroundings) return new Map()
  const before = known.get(surroundings)
  if (before && before.template === document.template) return without(before.successors, document.path)
  const successors = new Map<string, string>()
  for (const [path, text] of surroundings.specs) {
    if (!labelsOf(document).test(text)) continue
    const head = headOfSpec(path, document, world)
    if (!head) continue
    const statements = statementsOf(head, 'supersedes').map(each => each.text)
    for (const replaced of namedBy(statements, path, world)) successors.set(replaced, path)
  }
  known.set(surroundings, {template: document.template, successors})
  return without(successors, document.path)
}

// What the document itself supersedes is told by its text as it is now.
function without(successors: Successors, path: string): Successors {
  return new Map([...successors].filter(([, successor]) => successor !== path))
}

// Few beginnings are worth parsing: those that have one of the labels.
function labelsOf({template}: Document): RegExp {
  const row = template?.metadata.rows.find(({id}) => id === 'supersedes')
  const labels = ['supersedes', ...(row ? [row.label, ...row.aliases] : [])]
  return new RegExp(labels.map(label => label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'), 'i')
}
