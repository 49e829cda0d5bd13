import type {Root} from 'mdast'
import {headingsOf, lineOf, linesOf, parseWithin, plain} from '../markdown/index.js'
import {checkText} from '../text/index.js'
import {aboutIn} from './about.js'
import {commitOf} from './commit.js'
import {frontmatterOf, scalar} from './frontmatter.js'
import {isOption, withoutNumber} from './options.js'
import {questionsOf} from './questions.js'
import {referencesOf} from './references.js'
import {skeletonOf} from './skeleton.js'
import type {AskedQuestion, ResearchDocument, ResearchHeading, ResearchOutline} from './types.js'

/**
 * Reads a research document. Where the frontmatter is junk, `frontmatterProblem` says so and the rest is read.
 *
 * @param path Relative to the root, with "/".
 * @throws LimitError where the text is larger or nests deeper than may be parsed; TypeError where it is no string.
 * @example
 * import {readResearch} from 'specwright'
 *
 * const {topic, date} = readResearch('research/2026-01-15-search.md', '# Research: Search\n')
 * console.log(topic, date) // Search 2026-01-15
 */
export function readResearch(path: string, text: string): ResearchDocument {
  checkText(text)
  const tree = parseWithin(text)
  return {...outlineIn(tree, path, text), references: referencesOf(tree)}
}

/** As `readResearch`, without the references and many times faster: enough to rank and to list documents. */
export function readOutline(path: string, text: string): ResearchOutline {
  const skeleton = skeletonOf(text)
  const outline = outlineIn(parseWithin(skeleton), path, skeleton)
  const [lines, bare] = [linesOf(text), linesOf(skeleton)]
  const offsetOf = (line: number, offset: number) => lines.start(line) + offset - bare.start(line)
  return {
    ...outline,
    questions: outline.questions.map(question => ({...question, offset: offsetOf(question.line, question.offset)})),
  }
}

/**
 * The questions of a research document, as in its outline but for offsets and anchors, and many times faster again.
 * @throws LimitError as `readResearch` does.
 */
export function readQuestions(text: string): AskedQuestion[] {
  const skeleton = skeletonOf(text, true)
  if (skeleton.trim() === '') return []
  return questionsOf(parseWithin(skeleton), skeleton, new Map()).map(({anchor: _, offset: __, ...asked}) => asked)
}

function outlineIn(tree: Root, path: string, text: string): ResearchOutline {
  const frontmatter = frontmatterOf(tree, text)
  const nodes = headingsOf(tree)
  const headings = nodes.map(
    ({node, anchor}): ResearchHeading => ({
      level: node.depth,
      text: plain(node),
      anchor,
      line: lineOf(node),
    }),
  )
  const commit = commitOf(frontmatter)
  const researcher = scalar(frontmatter, 'researcher', 'author')
  return {
    ...aboutIn(path, frontmatter, headings),
    ...(commit !== undefined && {commit}),
    ...(researcher !== undefined && {researcher}),
    headings,
    questions: questionsOf(tree, text, new Map(nodes.map(({node, anchor}) => [node, anchor]))),
    options: headings.filter(isOption).map(heading => ({...heading, text: withoutNumber(heading.text)})),
    ...(frontmatter.problem !== undefined && {frontmatterProblem: frontmatter.problem}),
  }
}
