import {lint, rankResearch, readResearch, scaffold} from '../../../dist/index.js'
import {readOutline, readQuestions} from '../../../dist/research/read.js'
import {differing, misplaced, named, outcomeOf} from '../oracles/index.mjs'
import {messageFaults} from './document.mjs'
import {DATE, withOverlay} from './world.mjs'

const PATH = 'research/2026-01-09-fuzz.md'

/** A text as a research document: read in three depths, ranked, linted, and a spec scaffolded from it. */
export async function research({text, title}) {
  const read = await outcomeOf('readResearch', () => readResearch(PATH, text))
  const outline = await outcomeOf('readOutline', () => readOutline(PATH, text))
  const questions = await outcomeOf('readQuestions', () => readQuestions(text))
  const faults = [read, outline, questions].flatMap(outcome => outcome.faults)
  if (read.value && outline.value && questions.value) {
    const {references: _, ...rest} = read.value
    const asked = rest.questions.map(({anchor: _, offset: __, ...question}) => question)
    if (isPlain(text)) {
      faults.push(...named('outline-differs', differing(rest, outline.value)))
      faults.push(...named('questions-differ', differing(asked, questions.value)))
    }
    faults.push(
      ...named(
        'question-outside',
        rest.questions.flatMap(question => strayQuestion(question, text)),
      ),
    )
    const ranked = await outcomeOf('rankResearch', () => rankResearch(title, [read.value], {date: DATE}))
    faults.push(...ranked.faults)
  }
  return [...faults, ...(await withOverlay({[PATH]: text}, workspace => inWorkspace(text, title, workspace)))]
}

// The quick readers leave out lines by their looks: in code, HTML, quotes, lists and footnotes headings may look like what they are not.
const isPlain = text =>
  !/^(?: {4}|\t| {0,3}(?:[>*+-]|\d{1,9}[.)][ \t]+#|\[\^[^\]\n]*\]:))|```|~~~|<|\$|\u00a0/m.test(text)

function strayQuestion({offset, line}, text) {
  const expected = text.slice(0, offset).split(/\r\n|\n|\r/).length
  if (offset >= 0 && offset <= text.length && line === expected) return []
  return [`line ${line} of offset ${offset} in a text of ${text.length}, expected line ${expected}`]
}

// What the research itself cites wrongly, in its titles and questions, is carried over with its words.
const CARRIED = /^(?:dead-|ambiguous-|misplaced-|undefined-reference|.*out-of-range$|root-relative-link)/

async function inWorkspace(text, title, workspace) {
  const linted = await outcomeOf('lint', () => lint(text, {path: PATH, kind: 'research', workspace}))
  const made = await outcomeOf('scaffold', () =>
    scaffold({title, research: [PATH], author: 'Ada', owner: 'x'}, workspace),
  )
  const faults = [...linted.faults, ...made.faults, ...(linted.value ? messageFaults(linted.value, text) : [])]
  if (!made.value) return faults
  const again = await outcomeOf('scaffold', () =>
    scaffold({title, research: [PATH], author: 'Ada', owner: 'x'}, workspace),
  )
  faults.push(...named('not-deterministic', differing(made.value, again.value)))
  const {path, text: spec} = made.value
  const fresh = await outcomeOf('lint of what was scaffolded', () => lint(spec, {path, workspace}))
  if (fresh.value) faults.push(...named('position-of-a-message', misplaced(fresh.value.messages, spec)))
  const errors =
    fresh.value?.messages.filter(({severity, ruleId}) => severity === 'error' && !CARRIED.test(ruleId)) ?? []
  const words = errors.map(({ruleId, reason}) => `${ruleId}: ${reason}`)
  if (fresh.value?.status === 'not-checked') words.push(fresh.value.reason)
  return [...faults, ...fresh.faults, ...named('scaffolded-with-errors', words)]
}
