import type {Html, List, ListItem, PhrasingContent, RootContent} from 'mdast'
import {fileNameOf, type ResearchDocument} from '../research/index.js'
import {least, valueAt} from '../text/index.js'
import {clean} from './clean.js'
import type {Evidence} from './evidence.js'
import {folded, item, joined, link, list, paragraph, text} from './nodes.js'
import {linkTo} from './paths.js'

// More files than that are a listing of the repository, not a reading list.
const MOST_FILES = 20

/** The list of sources: each document with its sections, its commit and the code that it cites, folded. */
export function sourcesList({documents, code}: Evidence, path: string): RootContent[] {
  if (documents.length === 0) return []
  return [
    paragraph([{type: 'strong', children: [text('Sources:')]}]),
    list(documents.map(document => source(document, valueAt(code, document), path))),
  ]
}

function source(document: ResearchDocument, files: readonly string[], path: string): ListItem {
  const sections = sectionsOf(document).map(({text: title, anchor}) =>
    link(linkTo(document.path, path, anchor), title, anchor),
  )
  const words: PhrasingContent[] = [
    link(linkTo(document.path, path), document.topic, fileNameOf(document.path)),
    ...whenOf(document),
    ...(sections.length > 0 ? [text(': '), ...joined(sections, ', ')] : []),
  ]
  return item([paragraph(words), ...filesOf(files)])
}

/** " (2026-01-15, commit `0123456789ab`)" */
function whenOf(document: ResearchDocument): PhrasingContent[] {
  const commit = commitOf(document)
  const parts: PhrasingContent[][] = []
  if (document.date !== undefined) parts.push([text(document.date)])
  if (commit !== undefined) parts.push([text('commit '), {type: 'inlineCode', value: commit.slice(0, 12)}])
  if (parts.length === 0) return []
  return [text(' ('), ...parts.flatMap((part, index) => (index > 0 ? [text(', '), ...part] : part)), text(')')]
}

/** The commit, where the frontmatter holds one. */
export function commitOf({commit = ''}: ResearchDocument): string | undefined {
  return /^[0-9a-f]{7,64}$/i.test(commit) ? commit : undefined
}

/** The headings right below the title. */
export function sectionsOf({headings}: ResearchDocument): ResearchDocument['headings'] {
  const titled = headings.filter(heading => clean(heading.text) !== '' && heading.anchor !== '')
  const level = least(titled.map(heading => heading.level).filter(level => level > 1))
  return titled.filter(heading => heading.level === level)
}

function filesOf(files: readonly string[]): (Html | List)[] {
  if (files.length === 0) return []
  const items = files.slice(0, MOST_FILES).map(file => item([paragraph([{type: 'inlineCode', value: file}])]))
  if (files.length > MOST_FILES) items.push(item([paragraph([text(`and ${files.length - MOST_FILES} more`)])]))
  return folded(`Code that it cites (${files.length})`, [list(items)])
}
