import type {Facts} from '../facts/index.js'
import {versionOf} from '../template/index.js'
import type {Kind} from './types.js'

const known = new WeakMap<Kind, Map<number, Kind>>()

/** A kind with the version of its template that a document is held to, as its facts tell. */
export function heldKind(kind: Kind, {template}: Pick<Facts, 'template'>): Kind {
  const form = versionOf(kind, template?.version)
  if (form === undefined || form === kind.template) return kind
  // The same kind each time: what is known of one is kept by it.
  const byVersion = known.get(kind) ?? new Map<number, Kind>()
  const held = byVersion.get(form.version) ?? {...kind, template: form}
  byVersion.set(form.version, held)
  known.set(kind, byVersion)
  return held
}
