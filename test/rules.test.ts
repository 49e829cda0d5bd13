import {describe, expect, it} from 'vitest'
import {builtInKinds} from '../src/lint/index.js'
import {documentsOf, expectedOf, fixtureFolders, optionsOf, reportOn, tell, writeExpected} from './support/rules.js'

// `UPDATE=1 npx vitest run test/rules.test.ts` writes expected.json anew: read the difference before you keep it.
const UPDATE = process.env.UPDATE === '1'

const kinds = await builtInKinds()
const kindOf = new Map(Object.values(kinds).flatMap(kind => kind.law.rules.map(rule => [rule.id, kind.name] as const)))

describe('fixtures of the rules', () => {
  it('are there for each rule of each kind, and for nothing else', () => {
    expect(fixtureFolders).toEqual([...kindOf.keys()].sort())
  })

  describe.each(fixtureFolders)('%s', rule => {
    const kind = kindOf.get(rule) ?? 'rfc'
    const {ok, notOk} = documentsOf(rule)
    const {silent = []} = optionsOf(rule)

    it('fires in a document, and is silent in another', () => {
      expect(notOk).not.toEqual([])
      expect(ok).not.toEqual([])
    })

    it.each(ok)('is silent in %s', async name => {
      const {status, messages} = await reportOn(rule, name, kind)
      expect(status).toBe('checked')
      expect(messages.filter(({ruleId}) => ruleId === rule).map(tell)).toEqual([])
    })

    it('says what is expected', async () => {
      const told: ReturnType<typeof expectedOf> = {}
      for (const name of notOk) {
        const {messages} = await reportOn(rule, name, kind)
        told[name] = messages.filter(({ruleId}) => ruleId === rule).map(tell)
        expect(told[name], `${name} must fire`).not.toEqual([])
        const others = messages
          .filter(({ruleId}) => silent.includes(ruleId))
          .map(({ruleId, reason}) => `${ruleId}: ${reason}`)
        expect(others, `${name} has one cause`).toEqual([])
      }
      if (UPDATE) writeExpected(rule, told)
      expect(told).toEqual(expectedOf(rule))
    })
  })
})
