import {plain} from '../../../markdown/index.js'
import {destinationOfDefinition} from '../destination.js'
import {pointerOfDefinition, whereabouts} from '../draft.js'
import {isLabel} from '../labels/index.js'
import {sliceOf} from '../slice.js'
import type {Form} from './types.js'

/** `[words][label]` and `![words][label]`, where Markdown itself defines the label. `[R1]` alone is a form of its own. */
export const referenceLink: Form = scene =>
  scene.references.flatMap(node => {
    const whole = sliceOf(node)
    const definition = scene.definitions.get(node.identifier)
    if (definition === undefined || (node.referenceType !== 'full' && isLabel(node.identifier))) return []
    const target = destinationOfDefinition(scene.source, sliceOf(definition))
    const pointer = pointerOfDefinition(scene, definition)
    if (pointer === undefined) return []
    return [{...whereabouts(scene, 'reference-link', whole, target), label: plain(node), ...pointer}]
  })
