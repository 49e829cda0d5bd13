import type {MarkText} from './mark.js'
import type {Template} from './types.js'

/** What a document may be held to. */
export interface Forms {
  /** Of the kind. */
  name: string
  /** What new documents are made from. */
  template?: Template
  /** All versions that are known, lowest first, the one of new documents among them; absent: that one alone. */
  versions?: readonly Template[]
}

/**
 * What a comment is to the document: `held` says which version it is held to; `older`: so does this one, but its template is not kept,
 * and the next one counts; `unknown`: newer than all that are known; `unreadable`: no version; `other-kind`: of another kind;
 * `surplus`: another one comes after it and says something else; `repeated`: and says the same.
 */
export type MarkState = 'held' | 'older' | 'unknown' | 'unreadable' | 'other-kind' | 'surplus' | 'repeated'

/** All versions of a kind's template that are known, lowest first. One that is none of them takes the place of all. */
export function versionsOf({template, versions = []}: Pick<Forms, 'template' | 'versions'>): readonly Template[] {
  if (template === undefined) return []
  return versions.includes(template) ? versions : [template]
}

/** The version of a number of a kind's template; undefined where it is not known. */
export function versionOf(
  forms: Pick<Forms, 'template' | 'versions'>,
  number: number | undefined,
): Template | undefined {
  return versionsOf(forms).find(({version}) => version === number)
}

/**
 * Which version of its kind's template a document is held to: that of its last comment; the lowest one that is known where it has
 * none, so that a new version changes nothing for documents that were there before.
 *
 * @param marks the comments of the document, in order
 * @returns the template, absent for a kind without, and what each comment is
 */
export function heldBy(forms: Forms, marks: readonly MarkText[]): {template?: Template; states: MarkState[]} {
  const versions = versionsOf(forms)
  if (versions.length === 0) return {states: marks.map(() => 'held')}
  const [lowest, highest] = [versions[0], versions[versions.length - 1]]
  const names = new Set([forms.name, ...versions.map(({kind}) => kind)])
  const last = marks.findLast(({kind}) => names.has(kind))
  const said = last?.version
  const exact = versions.find(({version}) => version === said)
  const next = said === undefined ? undefined : versions.find(({version}) => version > said)
  const state: MarkState = said === undefined ? 'unreadable' : exact ? 'held' : next ? 'older' : 'unknown'
  const template = exact ?? next ?? (said === undefined ? lowest : highest)
  const states = marks.map((mark): MarkState => {
    if (mark === last) return state
    if (!names.has(mark.kind)) return 'other-kind'
    return mark.version === said ? 'repeated' : 'surplus'
  })
  return {...(template && {template}), states}
}
