import {describe, expect, test} from 'vitest'
import {standingOf} from '../../src/commands/support/citation-words.js'
import {builtInKinds, citeFiles, type FileCitations, lint, type Message} from '../../src/lint/index.js'
import {openWorkspace, type Workspace} from '../../src/workspace/index.js'
import {corpus} from '../support/corpus.js'
import {documentsOf, withFixture} from '../support/rules.js'

const RULES = [
  'dead-code-citation',
  'code-line-out-of-range',
  'misplaced-symbol',
  'misplaced-quote',
  'dead-citation',
  'dead-anchor',
  'line-out-of-range',
  'dead-section',
  'root-relative-link',
  'ambiguous-citation',
  'drifted-citation',
]

// The rules that demand something of citations, whatever they are called.
const {rfc} = await builtInKinds()
const entries = rfc?.law.schema.$defs as Record<string, {properties?: object}>
const onCitations = new Set(Object.keys(entries).filter(id => 'citations' in (entries[id]?.properties ?? {})))

async function citationsOf(workspace: Workspace, path: string): Promise<FileCitations> {
  for await (const file of citeFiles([{path, kind: 'rfc', named: true}], {workspace})) return file
  throw new Error('no document was read')
}

/** What lint accuses, as "3:1 dead-citation"; and the same of what is called wrong. */
function accusations(messages: readonly Message[], {citations}: FileCitations): {lint: string[]; citations: string[]} {
  const accused = messages.filter(({ruleId, severity}) => onCitations.has(ruleId) && severity !== 'info')
  const told = citations.flatMap(({position, targetPosition, symbol, quote, accusedBy = []}) =>
    accusedBy.map(id => {
      // A message marks the part of the citation that is to be mended.
      const places = [position, targetPosition, symbol?.position, quote?.position]
      const message = accused.find(
        ({ruleId, range}) => ruleId === id && places.some(place => place?.start.offset === range.start.offset),
      )
      return message ? wordsOf(message) : `none: ${id}`
    }),
  )
  return {lint: [...new Set(accused.map(wordsOf))].sort(), citations: [...new Set(told)].sort()}
}

function wordsOf({ruleId, range}: Message): string {
  return `${range.start.line}:${range.start.column} ${ruleId}`
}

describe('what is called wrong is what lint accuses', () => {
  const documents = RULES.flatMap(rule => {
    const {ok, notOk} = documentsOf(rule)
    return [...ok, ...notOk].map(name => [rule, name] as const)
  })

  test.each(documents)('%s: %s', async (rule, name) => {
    await withFixture(rule, name, 'rfc', async ({text, path, workspace}) => {
      const file = await citationsOf(workspace, path)
      const {messages} = await lint(text, {path, kind: 'rfc', workspace})
      const told = accusations(messages, file)
      expect(told.citations).toEqual(told.lint)
      const wrong = file.citations.filter(citation => standingOf(citation) === 'wrong')
      expect(wrong.length > 0).toBe(told.lint.length > 0)
    })
  })

  test.skipIf(corpus === undefined)(
    'in real documents',
    async () => {
      const workspace = await openWorkspace({root: corpus ?? ''})
      const {files} = await workspace.select([])
      expect(files.length).toBeGreaterThan(100)
      let wrong = 0
      // Each document is read twice; one in eight tells enough.
      for (const {path} of files.filter((_file, index) => index % 8 === 0)) {
        const reading = await workspace.read(path)
        if (!reading.ok) throw new Error(reading.reason)
        const {messages} = await lint(reading.text, {path, kind: 'rfc', workspace})
        const file = await citationsOf(workspace, path)
        const told = accusations(messages, file)
        expect(told.citations, path).toEqual(told.lint)
        wrong += file.citations.filter(citation => standingOf(citation) === 'wrong').length
      }
      await workspace.close()
      expect(wrong).toBeGreaterThan(0)
    },
    120_000,
  )
})
