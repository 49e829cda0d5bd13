import {plain} from '../../../markdown/index.js'
import {destinationOfImage} from '../destination.js'
import {pointerOfLink, whereabouts} from '../draft.js'
import {sliceOf} from '../slice.js'
import type {Form} from './types.js'

/** `![words](address)`. */
export const image: Form = scene =>
  scene.images.flatMap(node => {
    const whole = sliceOf(node)
    const address = destinationOfImage(scene.source, whole.from, whole.to, node.url)
    const pointer = pointerOfLink(scene, node.url)
    if (pointer === undefined) return []
    return [{...whereabouts(scene, 'image', whole, address), label: plain(node), ...pointer}]
  })
