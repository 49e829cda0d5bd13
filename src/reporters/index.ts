import {compact} from './compact.js'
import {github} from './github.js'
import {gitlab} from './gitlab.js'
import {json} from './json.js'
import {jsonl} from './jsonl.js'
import {junit} from './junit.js'
import {markdown} from './markdown.js'
import {rdjson} from './rdjson.js'
import {sarif} from './sarif.js'
import {text} from './text.js'
import type {Reporter} from './types.js'

export {count} from '../text/count.js'
export type {Notice} from './screen/message.js'
export {noticesText} from './screen/notices.js'
export {type Palette, plainPalette} from './screen/palette.js'
export {displayWidth} from './screen/width.js'
export {clipped, clippedInside, definitions, padded, wrap} from './screen/wrap.js'
export type {ReportContext, Reporter, RuleData, ScreenContext} from './types.js'
export {fixOption} from './words/fix.js'
export {markdownPage} from './words/page.js'

/** Every format, the default one first. */
export const reporters: readonly Reporter[] = [
  text,
  compact,
  json,
  jsonl,
  sarif,
  github,
  gitlab,
  junit,
  rdjson,
  markdown,
]
