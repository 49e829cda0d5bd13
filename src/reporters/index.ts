import {json} from './json.js'
import {text} from './text.js'
import type {Reporter} from './types.js'

export {count} from '../text/count.js'
export type {Notice} from './screen/message.js'
export {noticesText} from './screen/notices.js'
export {type Palette, plainPalette} from './screen/palette.js'
export {displayWidth} from './screen/width.js'
export {clipped, definitions, padded, wrap} from './screen/wrap.js'
export type {ReportContext, Reporter} from './types.js'

/** Every format, the default one first. */
export const reporters: readonly Reporter[] = [text, json]
