import type {Heading, Root, RootContent} from 'mdast'
import {plain} from '../markdown/index.js'
import {type Found, questionsIn, sayNone} from './question-blocks.js'
import {innerRoleOf, roleOf, type SectionRole} from './question-sections.js'
import {withoutLabel} from './question-text.js'
import {isAnswer, readsResolved} from './resolved.js'
import type {ResearchQuestion} from './types.js'

/** A heading and what stands below it, up to the next heading. */
interface Part {
  heading: Heading
  anchor: string
  blocks: RootContent[]
}

/** The questions that a document lists in sections such as "Open Questions", in order. Anchors are those of its headings. */
export function questionsOf(tree: Root, text: string, anchors: ReadonlyMap<Heading, string>): ResearchQuestion[] {
  const questions: ResearchQuestion[] = []
  // Sections that stand open, outermost first.
  let open: {level: number; role: SectionRole}[] = []
  const parts = partsOf(tree, anchors)
  for (const [index, {heading, anchor, blocks}] of parts.entries()) {
    open = open.filter(section => section.level < heading.depth)
    const outer = open.at(-1)?.role
    const title = plain(heading)
    const role = outer ? innerRoleOf(title, outer) : roleOf(title)
    const add = (found: readonly Found[], resolved: boolean) => {
      for (const question of found) questions.push(asQuestion(question, text, anchor, resolved))
    }
    open.push({level: heading.depth, role: role === 'question' ? undefined : role})
    if (!role) continue

    // Below a section of questions a heading with nothing listed under it is one itself: "### Token storage".
    const mayAsk = outer !== undefined && !roleOf(title)
    const found = role === 'question' ? [] : questionsIn(blocks, mayAsk)
    add(found, role === 'resolved')
    const isGroup = (parts[index + 1]?.heading.depth ?? 0) > heading.depth
    if (role === 'question' || (mayAsk && title !== '' && found.length === 0 && !isGroup && !sayNone(blocks)))
      add([{words: heading.children, resolved: blocks.some(isAnswer)}], outer === 'resolved')
  }
  return questions
}

function partsOf(tree: Root, anchors: ReadonlyMap<Heading, string>): Part[] {
  const parts: Part[] = []
  for (const node of tree.children) {
    if (node.type === 'heading') parts.push({heading: node, anchor: anchors.get(node) ?? '', blocks: []})
    else parts.at(-1)?.blocks.push(node)
  }
  return parts
}

function asQuestion(
  {words, choices = [], resolved}: Found,
  source: string,
  anchor: string,
  inResolved: boolean,
): ResearchQuestion {
  const {text, offset, line} = withoutLabel(words, source)
  return {
    text,
    offset,
    line,
    resolved: inResolved || resolved === true || readsResolved(words),
    anchor,
    ...(choices.length > 0 && {choices: choices.map(choice => withoutLabel(choice, source).text)}),
  }
}
