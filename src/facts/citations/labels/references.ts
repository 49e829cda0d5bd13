import {destinationOfDefinition} from '../destination.js'
import {pointerOfDefinition, whereabouts} from '../draft.js'
import type {Scene} from '../scene.js'
import {sliceOf} from '../slice.js'
import type {CitationDraft} from '../types.js'
import {definitionAmong} from './definitions.js'
import {isLabel} from './occurrences.js'
import type {Places} from './places.js'
import type {Definition, Label, Occurrence, Use} from './types.js'

/** The labels such as "[R1]" of a document. */
export function referencesOf(scene: Scene, places: Places, occurrences: readonly Occurrence[]): Label[] {
  const groups = new Map<string, Occurrence[]>()
  for (const occurrence of occurrences) append(groups, occurrence.key, occurrence)
  for (const identifier of scene.definitions.keys())
    if (isLabel(identifier)) groups.set(identifier.toUpperCase(), groups.get(identifier.toUpperCase()) ?? [])

  const links = linksByKey(scene)
  const labels = [...groups].flatMap(([key, group]) =>
    labelOf(scene, places, links.get(key) ?? [], key, group).map(label => ({label, group})),
  )
  const firm = labels.flatMap(({label}) => (label.definition?.firm ? [label] : []))
  return labels.flatMap(({label, group}) => {
    const {definition, uses} = label
    const isOne = definition ? definition.firm || uses.length > 0 : isMeant(scene.source, firm, group)
    return isOne ? [label] : []
  })
}

/**
 * Whether a label that nothing defines is surely meant as a reference: not an index ("rows[R1]"), not a register ("[r1]"), not
 * a requirement's name that the text speaks of without brackets, too.
 */
function isMeant(source: string, firm: readonly Label[], group: readonly Occurrence[]): boolean {
  const lower = (name: string): boolean => name.includes('r')
  return group.some(({text, bracketed, attached, slice}) => {
    if (!bracketed || attached || source[slice.to] === '(') return false
    if (lower(text)) return firm.some(({name}) => lower(name))
    return firm.length > 0 || group.every(each => each.bracketed)
  })
}

function labelOf(
  scene: Scene,
  places: Places,
  links: readonly Use[],
  key: string,
  group: readonly Occurrence[],
): Label[] {
  const known = definedByMarkdown(scene, key)
  const bracketed = group.filter(occurrence => occurrence.bracketed)
  if (known === undefined && bracketed.length === 0) return []
  const found = known === undefined ? definitionAmong(scene, places, group) : undefined
  const definition: Definition | undefined = known ?? found
  const others = group.filter(occurrence => occurrence !== found?.occurrence)
  const uses: Use[] = [
    ...links,
    ...others.filter(each => each.bracketed).map(({slice}) => ({slice, cites: true})),
    // Of a requirement's name a mention means nothing; an entry of a list of references it saves from being unused.
    ...(definition?.firm ? others.filter(each => !each.bracketed).map(({slice}) => ({slice, cites: false})) : []),
  ].sort((a, b) => a.slice.from - b.slice.from)
  const name = found?.occurrence.bracketed === true ? found.occurrence.text : (bracketed[0]?.text ?? `[${key}]`)
  return [{name, form: 'reference', uses, ...(definition && {definition})}]
}

// "[R1]: ../research/x.md"
function definedByMarkdown(scene: Scene, key: string): Definition | undefined {
  const node = scene.definitions.get(key.toLowerCase())
  if (node === undefined) return undefined
  const slice = sliceOf(node)
  const pointer = pointerOfDefinition(scene, node)
  const draft: CitationDraft | undefined = pointer && {
    ...whereabouts(scene, 'reference-link', slice, destinationOfDefinition(scene.source, slice)),
    ...pointer,
  }
  return {slice, firm: true, ...(draft && {draft})}
}

// Links by labels that Markdown knows: "[R1]", and "[words][R1]", which is a link in its own right.
function linksByKey(scene: Scene): Map<string, Use[]> {
  const links = new Map<string, Use[]>()
  for (const node of scene.references) {
    const use = {slice: sliceOf(node), cites: node.referenceType !== 'full'}
    if (isLabel(node.identifier)) append(links, node.identifier.toUpperCase(), use)
  }
  return links
}

function append<T>(groups: Map<string, T[]>, key: string, item: T): void {
  const group = groups.get(key)
  if (group === undefined) groups.set(key, [item])
  else group.push(item)
}
