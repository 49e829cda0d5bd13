import type {Paragraph, RootContent} from 'mdast'
import {plain} from '../../markdown/index.js'
import {itemAt} from '../../text/index.js'
import type {Document} from '../reading/document.js'
import {once} from '../reading/once.js'
import {endOf, positionOf, rangeBetween, startOf} from '../reading/positions.js'
import type {RawRow} from './rows.js'

/** Rows whose value is the body of a section: its first paragraph or list item, before any heading below. */
export const rowsOfSections = once((document: Document): RawRow[] => {
  const {template, sections, tree, lines} = document
  return (template?.metadata.rows ?? []).flatMap((form): RawRow[] => {
    const node =
      form.section === undefined ? undefined : sections.byHeading.find(one => one?.claim?.path === form.section)
    if (!node) return []
    const heading = node.entry.node
    const body = tree.children.slice(tree.children.indexOf(heading) + 1)
    const below = body.findIndex(({type}) => type === 'heading')
    const paragraph = (below < 0 ? body : body.slice(0, below)).flatMap(firstParagraph)[0]
    const end = endOf(heading)
    return [
      {
        id: form.id,
        source: 'section',
        label: node.entry.title,
        labelPosition: positionOf(heading),
        value: paragraph ? plain(paragraph) : '',
        position: paragraph ? rangeBetween(lines, startOf(paragraph), endOf(paragraph)) : rangeBetween(lines, end, end),
      },
    ]
  })
})

function firstParagraph(node: RootContent): Paragraph[] {
  if (node.type === 'paragraph') return [node]
  const [first] = node.type === 'list' ? itemAt(node.children, 0).children : []
  return first?.type === 'paragraph' ? [first] : []
}
