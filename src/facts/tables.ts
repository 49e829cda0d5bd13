import {plain} from '../markdown/index.js'
import {itemAt} from '../text/index.js'
import type {Document} from './reading/document.js'
import {once} from './reading/once.js'
import {positionOf, startOf} from './reading/positions.js'
import type {Table} from './types.js'

/** Every table in order. */
export const tables = once((document: Document): Table[] =>
  document.blocks.flatMap(({node}) => {
    if (node.type !== 'table') return []
    const header = itemAt(node.children, 0)
    const body = node.children.slice(1)
    const rows = body.map(row => ({cells: row.children.map(cell => plain(cell)), position: positionOf(row)}))
    const columns = header.children.length
    const surplus = rows
      .filter(({cells}) => cells.slice(columns).some(cell => cell !== ''))
      .map(({cells, position}) => ({cells: cells.length, columns, position}))
    const section = document.sectionAt(startOf(node))
    return {
      header: header.children.map(cell => plain(cell)),
      rows: rows.filter(({cells}) => cells.some(cell => cell !== '')),
      surplus,
      ...(section !== undefined && {section}),
      position: positionOf(node),
    }
  }),
)
