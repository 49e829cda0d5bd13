import {lint} from '../../../dist/index.js'
import {checkSchema} from '../../../dist/lint/index.js'
import {differing, misplaced, named, outcomeOf} from '../oracles/index.mjs'
import {messageFaults} from './document.mjs'
import {workspace} from './world.mjs'

/** A text as a user's schema: checked, and a document held against it. */
export async function schema({text, path, document}) {
  const given = {text, path}
  const checked = await outcomeOf('schema check', () => checkSchema(given))
  const again = await outcomeOf('schema check', () => checkSchema(given))
  const options = {path: 'specs/2026-01-10-fuzz.md', schema: given, workspace: await workspace()}
  const linted = await outcomeOf('lint with a schema', () => lint(document, options))
  const faults = [checked, linted].flatMap(outcome => outcome.faults)
  faults.push(
    ...named('not-deterministic', differing(checked.value, again.value)),
    ...named('position-in-a-schema', misplaced(checked.value, text)),
  )
  if (linted.value) {
    faults.push(...messageFaults(linted.value, document), ...demandFaults(linted.value, given))
  }
  // A schema without an error that cannot be used, or the other way round, sends its author the wrong way.
  const hasError = checked.value?.some(({severity}) => severity === 'error')
  if (checked.value && hasError === false && linted.refused)
    faults.push(...named('check-misses-error', [linted.refused.slice(0, 300)]))
  if (hasError && linted.value)
    faults.push(...named('check-invents-error', [JSON.stringify(checked.value).slice(0, 300)]))
  return faults
}

// The demand's own place, among the related ones.
function demandFaults({messages}, {text, path}) {
  const places = messages.flatMap(({related = []}) =>
    related.filter(each => each.path === path).map(({range}) => ({range})),
  )
  return named('position-in-a-schema', misplaced(places, text))
}
