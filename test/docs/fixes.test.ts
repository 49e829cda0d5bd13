import {readFileSync} from 'node:fs'
import {expect, test} from 'vitest'
import {fixKinds, wordsOfFixes} from '../../src/fixes/words.js'
import {builtInKinds} from '../../src/lint/index.js'

const page = readFileSync(new URL('../../docs/fixes.md', import.meta.url), 'utf8')

/** Headings of the third level below one of the second. */
const below = (title: string) => [
  ...(page.split(/^## /m).find(part => part.startsWith(title)) ?? '').matchAll(/^### (.+)$/gm),
]
const named = (title: string) =>
  below(title)
    .map(([, name]) => name)
    .sort()
const those = (safe: boolean) =>
  wordsOfFixes(Object.keys(fixKinds)).flatMap(each => (each.safe === safe ? [each.name] : []))

test('every fix stands on the page, among the safe ones or those that need a look', () => {
  expect(named('Safe ones')).toEqual(those(true).sort())
  expect(named('Those that need a look')).toEqual(those(false).sort())
})

test('every fix is that of some rule', async () => {
  const rules = Object.values(await builtInKinds()).flatMap(kind => kind.law.rules)
  const named = new Set(rules.flatMap(rule => rule.fixes ?? []))
  expect([...named].sort()).toEqual(Object.keys(fixKinds).sort())
})
