// The fixtures of a rule, as its documentation shows them: one document that fails, with its messages, and one that passes.
import {existsSync, readFileSync} from 'node:fs'

const folder = new URL('../../test/rules/', import.meta.url)

/** @param {string} id a rule's id */
export function exampleOf(id) {
  const read = name => readFileSync(new URL(`${id}/${name}`, folder), 'utf8')
  const options = existsSync(new URL(`${id}/fixture.json`, folder)) ? JSON.parse(read('fixture.json')) : {}
  const example = {fails: 'not-ok.md', passes: 'ok.md', ...options.example}
  const expected = JSON.parse(read('expected.json'))
  return {
    fails: read(example.fails),
    messages: expected[example.fails].map(message => ({...startOf(message.range), ...message})),
    passes: read(example.passes),
  }
}

// "3:1-3:20"
function startOf(range) {
  const [line, column] = range.split('-')[0].split(':').map(Number)
  return {line, column}
}
