import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {VFile} from 'vfile'
import {faultsOf as brokenPromises} from '../../../bench/fix-mutations/promises.mjs'
import {collectFacts, fix, lint, useEngine} from '../../../dist/index.js'
import {check, subjectOf} from '../../../dist/lint/lint.js'
import {mendDocument} from '../../../dist/lint/mend/document.js'
import remarkSpecwright from '../../../dist/remark.js'
import {differing, doubled, misplaced, named, outcomeOf, unsorted} from '../oracles/index.mjs'
import {formatFaults} from './formats.mjs'
import {workspace} from './world.mjs'

/**
 * A text as a document of the library: its facts by both engines, its messages, and `also` what else there is: `again` the same once
 * more, `formats` every report, `plugin` unified's, `fix` and `unsafe` its fixes.
 */
export async function document({text, path = 'specs/2026-01-10-fuzz.md', kind, also = []}) {
  const options = {path, ...(kind && {kind}), workspace: await workspace()}
  const facts = await outcomeOf('facts', () => collectFacts(text, options))
  const reference = await outcomeOf('facts by remark', () => withRemark(() => collectFacts(text, options)))
  const linted = await outcomeOf('lint', () => lint(text, options))
  const faults = [facts, reference, linted].flatMap(outcome => outcome.faults)
  faults.push(
    ...named('position-of-a-fact', misplaced(facts.value, text)),
    ...named('engines-differ', differing(view(facts), view(reference))),
  )
  if (linted.value) faults.push(...messageFaults(linted.value, text))
  for (const name of also) faults.push(...(await MORE[name](text, options, linted)))
  return faults
}

/** What is wrong with the places and the order of a report's messages. */
export function messageFaults({messages}, text) {
  return [
    ...named('position-of-a-message', misplaced(messages, text)),
    ...named('unsorted', unsorted(messages)),
    ...named('doubled-fingerprint', doubled(messages)),
  ]
}

const view = ({value, refused}) => ({value, refused})

async function withRemark(work) {
  useEngine('remark')
  try {
    return await work()
  } finally {
    useEngine(undefined)
  }
}

const MORE = {
  again: async (text, options, linted) => {
    const again = await outcomeOf('lint again', () => lint(text, options))
    return named('not-deterministic', differing(view(linted), view(again)))
  },
  formats: async (text, _options, {value}) => (value ? formatFaults(value, text) : []),
  plugin: async (text, {path, kind, workspace}, {value}) => {
    const file = new VFile({path, value: text, cwd: workspace.root})
    const processor = unified()
      .use(remarkParse)
      .use(remarkSpecwright, {workspace, ...(kind && {kind})})
    const run = await outcomeOf('plugin', () => processor.run({type: 'root', children: []}, file))
    if (!value || value.status === 'not-checked') return run.faults
    const [ours, theirs] = [value.messages, file.messages].map(list =>
      list.map(({reason, ruleId}) => ({reason, ruleId})),
    )
    return [...run.faults, ...named('plugin-differs', differing(ours, theirs))]
  },
  fix: (text, options) => fixFaults(text, options, false),
  unsafe: (text, options) => fixFaults(text, options, true),
}

// What `--fix` promises is told in bench/fix-mutations/promises.mjs.
async function fixFaults(text, options, unsafe) {
  const {subject} = await subjectOf(text, options)
  const promised = await outcomeOf('fix', () =>
    brokenPromises(text, {
      mend: each => mendDocument({...subject, text: each}, {unsafe}),
      check: async each => (await check({...subject, text: each})).report,
    }),
  )
  const fixed = await outcomeOf('fix of the library', () => fix(text, {...options, unsafe}))
  const expected = promised.value?.mending?.text ?? text
  return [
    ...promised.faults,
    ...fixed.faults,
    ...named('fix-promise', promised.value?.faults ?? []),
    ...named('fix-differs', fixed.value && promised.value ? differing(expected, fixed.value.text) : []),
  ]
}
