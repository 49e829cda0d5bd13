import type {PhrasingContent, RootContent} from 'mdast'
import {comment, type Template} from '../template/index.js'
import {clean} from './clean.js'
import type {Evidence} from './evidence.js'
import {commitOf} from './fill-sources.js'
import {link, row, text} from './nodes.js'
import {linkTo} from './paths.js'

const MOST_NEIGHBOURS = 20

/** The section that a new document ends with: what it rests on, and in a comment what that rests on. */
export function appendix({appendix: title}: Template, {documents, neighbours}: Evidence, path: string): RootContent[] {
  if (title === undefined || documents.length === 0) return []
  const rows = documents.map(document => {
    const commit = commitOf(document)
    const cells: PhrasingContent[][] = [
      [link(linkTo(document.path, path), document.path, document.path)],
      [text(clean(document.topic))],
      [text(document.date ?? '')],
      commit === undefined ? [] : [{type: 'inlineCode', value: commit}],
    ]
    return row(cells)
  })
  const header = row(['Document', 'Topic', 'Date', 'Commit'].map(name => [text(name)]))
  return [
    {type: 'heading', depth: 2, children: [text(title)]},
    {type: 'table', children: [header, ...rows]},
    ...candidates(neighbours),
  ]
}

function candidates(neighbours: Evidence['neighbours']): RootContent[] {
  if (neighbours.size === 0) return []
  const lines = [...neighbours].slice(0, MOST_NEIGHBOURS).map(([path, by]) => `- ${clean(path)} (by ${clean(by.path)})`)
  const more = neighbours.size > MOST_NEIGHBOURS ? [`- and ${neighbours.size - MOST_NEIGHBOURS} more`] : []
  return [comment(['Cited by this research, and not chosen:', ...lines, ...more].join('\n'))]
}
