import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {collect, resolve} from '../../src/facts/index.js'
import {heldKind} from '../../src/lint/held.js'
import {evaluate, type Kind} from '../../src/lint/index.js'
import {builtInKinds} from '../../src/lint/kinds.js'
import {corpus} from '../support/corpus.js'
import {inVersion, told} from './support.js'

const specs = corpus === undefined ? [] : readdirSync(join(corpus, 'specs')).filter(name => name.endsWith('.md'))
const {rfc} = await builtInKinds()
if (!rfc) throw new Error('there is no kind rfc')
const kind: Kind = rfc
const folders = {specs: ['specs'], research: ['research']}

/** What lint tells of a text alone, less the names of sections. */
function messagesOf(text: string): string[] {
  const facts = resolve(collect(text, {path: 'specs/a.md', kind, folders}))
  return evaluate(facts, heldKind(kind, facts), {text}).map(({ruleId, severity}) => `${severity} ${ruleId}`)
}

describe.skipIf(corpus === undefined)('every spec of the corpus', () => {
  const changes = new Map<string, number>()

  test.each(specs)('%s', {timeout: 60_000}, name => {
    const text = readFileSync(join(corpus ?? '', 'specs', name), 'utf8')
    const migration = inVersion(text, 2)
    if (!migration.ok) {
      changes.set(migration.reason, (changes.get(migration.reason) ?? 0) + 1)
      return
    }
    for (const line of told(migration)) changes.set(line, (changes.get(line) ?? 0) + 1)
    // What is not in the lines of the edits is there as it was.
    const lines = (whole: string) => whole.split('\n').filter(line => !/^## |spec: rfc v2/.test(line))
    expect(lines(migration.text).join('\n').trimEnd()).toBe(lines(text).join('\n').trimEnd())
    expect(inVersion(migration.text, 2)).toMatchObject({ok: true, text: migration.text, parts: []})
    // Evaluating takes longest: of every fourth.
    if (specs.indexOf(name) % 4 === 0) expect(messagesOf(migration.text)).toEqual(messagesOf(text))
  })

  test('in sum', () => {
    expect(Object.fromEntries(changes)).toEqual({
      'renamed section 8. Migration, Rollout, and Testing => 8. Test Plan': 121,
      'renamed section 9. Migration, Rollout, and Testing => 9. Test Plan': 1,
      'optional section Backwards Compatibility': 127,
      'it has neither metadata nor sections of its template': 2,
      'no comment could be put at its end: something there is not closed': 2,
    })
  })
})
