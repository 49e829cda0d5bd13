import {noCommand} from '../../text/escape.js'

/** Blocks of lines as one text, ended by a line break. Words of a document can come to stand where a CI runner looks for orders. */
export function paragraph(blocks: readonly string[]): string {
  const lines = blocks.flatMap(block => block.split('\n'))
  return `${lines.map(noCommand).join('\n')}\n`
}
