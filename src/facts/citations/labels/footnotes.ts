import {firstMatch} from '../../../text/index.js'
import type {Scene} from '../scene.js'
import {type Slice, sliceOf} from '../slice.js'
import {behindNote} from './definitions.js'
import type {Places} from './places.js'
import type {Label, Occurrence} from './types.js'

/** The footnotes that Markdown knows, and those that are used and that it does not know. */
export function footnotesOf(scene: Scene, places: Places, unknown: readonly Occurrence[]): Label[] {
  const labels = new Map<string, Label>()
  for (const [identifier, node] of scene.noteDefinitions) {
    const slice = sliceOf(node)
    const draft = behindNote(scene, places, slice)
    labels.set(identifier, {
      name: firstMatch(/^\[\^(?:\\.|[^\]\\])*\]/s, scene.source.slice(slice.from, slice.to)),
      form: 'footnote',
      definition: {slice, firm: true, ...(draft && {draft})},
      uses: [],
    })
  }
  for (const node of scene.notes) {
    labels.get(node.identifier)?.uses.push({slice: sliceOf(node), cites: true})
  }
  const known = labels.size > 0
  for (const {key, text, slice, leading} of unknown) {
    // What looks like a definition that Markdown does not take for one is no use.
    if (leading && scene.source[slice.to] === ':') continue
    if (!reads(scene.source, key.slice(1), slice, known)) continue
    const label = labels.get(key.toLowerCase()) ?? {name: text, form: 'footnote', uses: []}
    labels.set(key.toLowerCase(), label)
    label.uses.push({slice, cites: true})
  }
  return [...labels.values()]
}

/**
 * Whether a text that Markdown does not know is surely meant as a footnote, not as a class of signs in a pattern ("[^a-z]",
 * "[^1]+"). Words are taken for labels only in a document that has footnotes.
 */
function reads(source: string, label: string, {from, to}: Slice, known: boolean): boolean {
  if (/[/\\^|$]/.test(source[from - 1] ?? '') || /[+*?{|/\\$^]/.test(source[to] ?? '')) return false
  if (/^[a-z]*-?\d{1,3}$/i.test(label)) return known || /^(?:[a-z]+-?)?[1-9]\d*$/i.test(label)
  return known && /^[a-z][\w-]{2,}$/i.test(label) && !/^.-./.test(label)
}
