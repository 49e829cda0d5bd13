import type {ScreenContext} from '../types.js'
import {messageBlocks, type Notice} from './message.js'
import {paragraph} from './paragraph.js'
import {sheetOf} from './sheet.js'

/** Things said of files in the manner of a report, such as what is wrong with a schema. Ends with a line break. */
export function noticesText(notices: readonly (Notice & {path: string})[], context: ScreenContext): string {
  const blocks = notices.flatMap(notice => messageBlocks([notice], sheetOf(notice.path, context)))
  return blocks.map(paragraph).join('\n')
}
