import {questionIds} from '../../research/question-ids.js'
import type {AskedQuestion} from '../../research/types.js'
import {itemAt} from '../../text/index.js'
import type {World} from '../../workspace/index.js'
import type {Document} from '../reading/document.js'
import {once} from '../reading/once.js'
import {positionOf} from '../reading/positions.js'
import type {LedgerEntry, Position, Source} from '../types.js'
import {excusesOf} from './excuses.js'
import {fateOf} from './fate.js'
import {hasRoles} from './roles.js'

/** Every open question of the research that is cited, in order of the first citation, and what became of it here. */
export function ledger(document: Document, sources: readonly Source[], world: World): LedgerEntry[] {
  if (!hasRoles(document)) return []
  return sources.flatMap(source => {
    const entry = source.kind === 'research' ? world.entries.get(source.path) : undefined
    const questions = (entry?.type === 'file' && entry.questions) || []
    return questions.some(({resolved}) => !resolved) ? entriesOf(source, questions, document) : []
  })
}

function entriesOf(source: Source, questions: readonly AskedQuestion[], document: Document): LedgerEntry[] {
  const ids = questionIds(questions)
  const asked = questions.flatMap((question, index) => (question.resolved ? [] : {question, id: itemAt(ids, index)}))
  const excuseFor = excusesOf(source, asked, document)
  return asked.map(({question, id}): LedgerEntry => {
    const fate = fateOf(question, id, excuseFor(question, id), document)
    return {
      research: source.path,
      line: question.line,
      text: question.text.replace(/\s+/g, ' '),
      id,
      ...fate,
      position: fate.place ?? questionsHeading(document) ?? source.position,
    }
  })
}

/** Where a question that is missing would be looked for. */
const questionsHeading = once(({sections}: Document): Position | undefined => {
  const section = sections.byHeading.find(node => node?.claim?.role === 'questions')
  return section && positionOf(section.entry.node)
})
