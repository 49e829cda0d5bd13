import type {Html, ListItem, RootContent} from 'mdast'
import {nodesOfType, parse} from '../markdown/index.js'
import {fileNameOf} from '../research/index.js'
import {questionMark, questionsMark} from '../research/question-ids.js'
import type {Template, TemplateSection} from '../template/index.js'
import {itemAt} from '../text/index.js'
import {escaped} from './carry.js'
import type {CarriedQuestion, Evidence} from './evidence.js'
import {asWritten, item, list, paragraph, text} from './nodes.js'
import {linkTo} from './paths.js'

/** The section's blocks with the research's questions in the place of its empty list. */
export function withQuestions(blocks: readonly RootContent[], {questions}: Evidence, path: string): RootContent[] {
  if (questions.length === 0) return [...blocks]
  return [
    ...blocks.filter(block => block.type !== 'list'),
    list(questions.map(question => questionItem(question, path))),
  ]
}

/** The comment that tells which questions a document was made with, so that one that is taken out is missed. */
export function questionsRecord({sections}: Template, {questions}: Evidence): Html[] {
  const ids = questions.flatMap(({id, resolved}) => (resolved ? [] : [id]))
  return ids.length > 0 && takesQuestions(sections) ? [{type: 'html', value: questionsMark(ids)}] : []
}

function takesQuestions(sections: readonly TemplateSection[]): boolean {
  return sections.some(({fill, optional, sections}) => !optional && (fill === 'questions' || takesQuestions(sections)))
}

function questionItem({id, sources, text: words, choices, resolved}: CarriedQuestion, path: string): ListItem {
  const urls = sources.map(({document, anchor}) => linkTo(document.path, path, anchor))
  const links = sources.map(({document}, index) => `[${escaped(fileNameOf(document.path))}](${urls[index]})`)
  // What research has resolved is settled, and nobody asks for it again.
  const mark = resolved ? '' : questionMark(id)
  const source = ` (${links.join(', ')})${mark === '' ? '' : ` ${mark}`}`
  const markdown = `${keepsApart(words, source, {url: itemAt(urls, urls.length - 1), mark}) ? words : escaped(words)}${source}`
  const below = choices.filter(choice => choice !== '').map(choice => item([paragraph([ownLine(choice)])]))
  return item([paragraph([asWritten(markdown)]), ...(below.length > 0 ? [list(below)] : [])], resolved)
}

/** Whether words, with their source behind them, still read as one paragraph that ends in the link to it, and in the mark. */
function keepsApart(words: string, source: string, {url, mark}: {url: string; mark: string}): boolean {
  const {children} = itemAt(nodesOfType(parse(`- [ ] ${words}${source}`), 'paragraph'), 0)
  const last = children.at(-1)
  const isMarked = mark === '' || (last?.type === 'html' && last.value === mark)
  const [before, end] = (mark === '' ? children : children.slice(0, -1)).slice(-2)
  return isMarked && before?.type === 'link' && before.url === url && end?.type === 'text' && end.value.trim() === ')'
}

// What would open a list, a heading or a quote at the beginning of an item is plain words.
function ownLine(markdown: string): ReturnType<typeof asWritten> | ReturnType<typeof text> {
  const [block, second] = parse(markdown).children
  return block?.type === 'paragraph' && !second ? asWritten(markdown) : text(markdown)
}
