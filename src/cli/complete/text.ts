import {printable} from '../../text/printable.js'
import type {Candidate, Found} from './answer.js'

// What a shell would not take apart, expand or run if it came to stand on a command line as it is. Names of kinds and
// rules come from files that anybody may have written.
const PLAIN = /^[\w@%+,./:=-]+$/
const WIDEST = 70

/**
 * The answer as the scripts in `completion/` read it: a line that says what to do (`words`, `open`: words without a space
 * behind them, `files`, `folders`), then a line for each word: the word, a tab, what it is.
 */
export function answerText(answer: Found, typed: string): string {
  if (answer.type !== 'words') return `${answer.type}\n`
  const words = answer.words.filter(({text}) => text.startsWith(typed) && PLAIN.test(text))
  return [answer.open ? 'open' : 'words', ...words.map(line), ''].join('\n')
}

function line({text, describe}: Candidate): string {
  return describe === undefined ? text : `${text}\t${brief(describe)}`
}

/** The first clause of a description. */
function brief(describe: string): string {
  const clause = printable(describe.replace(/(?:[.:;] |, such as |\. ?$).*/s, ''))
  return clause.length > WIDEST ? `${clause.slice(0, WIDEST - 1).trimEnd()}…` : clause
}
