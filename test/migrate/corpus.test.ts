import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {collect, resolve} from '../../src/facts/index.js'
import {heldKind} from '../../src/lint/held.js'
import {evaluate, type Kind} from '../../src/lint/index.js'
import {builtInKinds} from '../../src/lint/kinds.js'
import type {Migrated} from '../../src/migrate/index.js'
import {corpus} from '../support/corpus.js'
import {inVersion, told} from './support.js'

const specs = corpus === undefined ? [] : readdirSync(join(corpus, 'specs')).filter(name => name.endsWith('.md'))
const {rfc} = await builtInKinds()
if (!rfc) throw new Error('there is no kind rfc')
const kind: Kind = rfc
const folders = {specs: ['specs'], research: ['research']}

/** What lint tells of a text alone, with the names of version 2 where it names a section. */
function messagesOf(text: string): string[] {
  const facts = resolve(collect(text, {path: 'specs/a.md', kind, folders}))
  return evaluate(facts, heldKind(kind, facts), {text})
    .map(({ruleId, severity, reason}) => `${severity} ${ruleId} ${reason}`)
    .map(message => message.replaceAll(OLD_TITLE, 'Test Plan'))
}

const OLD_TITLE = 'Migration, Rollout, and Testing'

/** A text with the two edits that the table of the versions allows, and no more: a heading's title, and a comment at the end. */
function expectedOf(text: string, parts: Migrated['parts'], version: number): string {
  const [renamed] = parts.filter(({change}) => change === 'renamed')
  const lines = text.split('\n').map(line => (line === `## ${renamed?.name}` ? `## ${renamed?.to}` : line))
  const whole = lines.join('\n')
  const end = whole.trimEnd().length
  return `${whole.slice(0, end)}\n\n<!-- spec: rfc v${version} -->${whole.slice(end)}`
}

describe.skipIf(corpus === undefined)('every spec of the corpus', () => {
  const changes = new Map<string, number>()
  const add = (line: string) => changes.set(line, (changes.get(line) ?? 0) + 1)

  test.each(specs)('%s', {timeout: 60_000}, name => {
    const text = readFileSync(join(corpus ?? '', 'specs', name), 'utf8')
    const migration = inVersion(text, 2)
    if (!migration.ok) {
      add(migration.reason)
      return
    }
    for (const line of told(migration)) add(line)
    expect(migration.text).toBe(expectedOf(text, migration.parts, 2))
    expect(migration.left).toEqual([])
    expect(inVersion(migration.text, 2)).toMatchObject({ok: true, text: migration.text, parts: []})
    expect(messagesOf(migration.text)).toEqual(messagesOf(text))
    // Takes as long as the way there: of every fourth.
    if (specs.indexOf(name) % 4 > 0) return
    const back = inVersion(migration.text, 1)
    if (!back.ok) throw new Error(back.reason)
    expect(back.text).toBe(expectedOf(text, back.parts, 1))
  })

  test('in sum', () => {
    expect(specs).toHaveLength(136)
    expect(Object.fromEntries(changes)).toEqual({
      'renamed section 8. Migration, Rollout, and Testing => 8. Test Plan': 121,
      'renamed section 9. Migration, Rollout, and Testing => 9. Test Plan': 1,
      'optional section Backwards Compatibility': 127,
      'it has neither metadata nor sections of its template': 2,
      'no comment can be put at its end: a fence, a comment or HTML there is not closed': 2,
    })
  })
})
