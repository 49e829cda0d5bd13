import type {Nodes} from 'mdast'
import {firstFrom, valueAt} from '../../text/index.js'
import {isComment} from '../reading/comments.js'
import {endOf, positionOf, startOf} from '../reading/positions.js'
import {reasonOf} from '../reading/reason.js'
import type {Waiver} from '../types.js'
import type {SectionFact} from './types.js'

// What no reader sees in its place.
const SILENT = new Set(['definition', 'footnoteDefinition', 'thematicBreak', 'yaml'])

/** The only paragraph of a section, where it says that the section does not apply, and why. */
export const waiver: SectionFact<Waiver | undefined> = document => {
  const shown = document.tree.children.filter(node => !isComment(node) && !SILENT.has(node.type))
  const texts = new Map(document.blocks.map(({node, text}): [Nodes, string] => [node, text]))
  return section => {
    const heading = firstFrom(shown, startOf, section.start)
    const [paragraph, second] = shown.slice(heading + 1, heading + 3)
    if (paragraph?.type !== 'paragraph' || endOf(paragraph) > section.end) return undefined
    if (second && startOf(second) < section.end) return undefined
    const text = valueAt(texts, paragraph)
    const reason = reasonOf(text)
    return reason === undefined ? undefined : {text, reason, position: positionOf(paragraph)}
  }
}
