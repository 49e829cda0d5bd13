import {nameOf} from '../text/index.js'
import {type Frontmatter, list, scalar} from './frontmatter.js'
import {dateIn} from './names.js'
import type {ResearchAbout, ResearchHeading} from './types.js'

/** What a document says of itself, in its frontmatter and its title. */
export function aboutIn(
  path: string,
  frontmatter: Frontmatter,
  headings: readonly Pick<ResearchHeading, 'level' | 'text'>[],
): ResearchAbout {
  const title = headings.find(heading => heading.level === 1)?.text ?? scalar(frontmatter, 'title') ?? ''
  const date = dateIn(scalar(frontmatter, 'date') ?? '') ?? dateIn(nameOf(path))
  const status = scalar(frontmatter, 'status')
  const supersededBy = list(frontmatter, 'superseded_by', 'superseded-by', 'replaced_by')
  return {
    path,
    topic: scalar(frontmatter, 'topic') ?? title.replace(/^research\s*[:–—-]\s*/i, ''),
    title,
    ...(date !== undefined && {date}),
    ...(status !== undefined && {status}),
    ...(supersededBy.length > 0 && {supersededBy}),
    tags: list(frontmatter, 'tags'),
  }
}
