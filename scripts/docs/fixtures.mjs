// The fixtures of a rule, as its documentation shows them: one document that fails, with its messages, and one that passes.
import {existsSync, readFileSync} from 'node:fs'

const folder = new URL('../../test/rules/', import.meta.url)

/** @param {string} id a rule's id */
export function exampleOf(id) {
  // What is not there yet is found by the tests of the fixtures, which need a build.
  const read = (name, otherwise) => {
    const file = new URL(`${id}/${name}`, folder)
    return existsSync(file) ? readFileSync(file, 'utf8') : otherwise
  }
  const {example} = JSON.parse(read('fixture.json', '{}'))
  const {fails, passes} = {fails: 'not-ok.md', passes: 'ok.md', ...example}
  const messages = JSON.parse(read('expected.json', '{}'))[fails] ?? []
  return {
    fails: read(fails, ''),
    messages: messages.map(({range, severity, reason, help}) => ({
      ...startOf(range),
      severity,
      reason,
      ...(help && {help}),
    })),
    passes: read(passes, ''),
  }
}

// "3:1-3:20"
function startOf(range) {
  const [line, column] = range.split('-')[0].split(':').map(Number)
  return {line, column}
}
