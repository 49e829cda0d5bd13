import type {
  Html,
  Link,
  List,
  ListItem,
  Paragraph,
  PhrasingContent,
  RootContent,
  TableCell,
  TableRow,
  Text,
} from 'mdast'
import {clean} from './clean.js'

export function text(value: string): Text {
  return {type: 'text', value}
}

/** A link whose words come from a stranger; `fallback` stands where they are blank. */
export function link(url: string, words: string, fallback: string): Link {
  return {type: 'link', url, children: [text(clean(words) || fallback)]}
}

export function paragraph(children: PhrasingContent[]): Paragraph {
  return {type: 'paragraph', children}
}

export function list(children: ListItem[], spread = false): List {
  return {type: 'list', ordered: false, spread, children}
}

export function item(children: ListItem['children'], checked: boolean | null = null): ListItem {
  return {type: 'listItem', spread: children.length > 2, checked, children}
}

export function row(cells: PhrasingContent[][]): TableRow {
  return {type: 'tableRow', children: cells.map((children): TableCell => ({type: 'tableCell', children}))}
}

/** Markdown that is to stand as it is: words carried over keep their own escapes and emphasis. */
export function asWritten(markdown: string): Html {
  return {type: 'html', value: markdown}
}

/** Parts with a separator between them. */
export function joined(parts: readonly PhrasingContent[], separator: string): PhrasingContent[] {
  return parts.flatMap((part, index) => (index === 0 ? [part] : [text(separator), part]))
}

/** A part that a forge shows folded. Its blank lines let Markdown stand in HTML. */
export function folded<Block extends RootContent>(summary: string, inside: readonly Block[]): (Html | Block)[] {
  return [
    {type: 'html', value: `<details>\n<summary>${summary}</summary>`},
    ...inside,
    {type: 'html', value: '</details>'},
  ]
}
