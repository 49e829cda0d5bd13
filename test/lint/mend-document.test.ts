import {describe, expect, test} from 'vitest'
import {fix, subjectOf} from '../../src/lint/index.js'
import {check} from '../../src/lint/lint.js'
import {mendDocument} from '../../src/lint/mend/document.js'
import type {Message} from '../../src/lint/types.js'
import {sound} from '../cli/documents.js'

// A status in short, and two numbers that leave a gap.
const TEXT = sound.replace('Draft (WIP)', 'Draft').replace('### 2.2', '### 2.3').replace('### 3.2', '### 3.4')

const rulesOf = (messages: readonly Message[]) => messages.map(({ruleId, severity}) => `${severity} ${ruleId}`)

describe('a document is mended', () => {
  test('by the law of its kind', async () => {
    const {subject} = await subjectOf(TEXT, {})
    const done = await mendDocument(subject, {unsafe: true})
    expect(rulesOf(done?.mended ?? [])).toEqual([
      'info status-note',
      'warning heading-number',
      'warning heading-number',
    ])
    expect(done?.text).toBe(sound)
    expect((await fix(TEXT, {unsafe: true})).text).toBe(sound)
  })

  test('as far as its messages are of the severities that are asked for', async () => {
    const {subject} = await subjectOf(TEXT, {})
    const numbered = sound.replace('Draft (WIP)', 'Draft')
    expect((await mendDocument(subject, {unsafe: true, severities: ['warning']}))?.text).toBe(numbered)
    expect((await mendDocument(subject, {unsafe: true, severities: ['error']}))?.text).toBe(TEXT)
    expect((await mendDocument(subject, {unsafe: true, severities: ['error', 'info']}))?.text).toBe(
      TEXT.replace('| Draft |', '| Draft (WIP) |'),
    )
  })

  test('but for what is frozen: what was found and is not reported', async () => {
    const {subject} = await subjectOf(TEXT, {})
    const {messages} = (await check(subject)).report
    const without = (left: (message: Message, index: number) => boolean) =>
      mendDocument(subject, {unsafe: true, reported: messages.filter((message, index) => !left(message, index))})
    expect((await without(() => false))?.text).toBe(sound)
    expect((await without(({ruleId}) => ruleId === 'status-note'))?.text).toBe(sound.replace('Draft (WIP)', 'Draft'))
    expect((await without(() => true))?.text).toBe(TEXT)
  })

  test('not where it cannot be checked', async () => {
    const {subject} = await subjectOf(TEXT, {limits: {bytes: 10}})
    expect(await mendDocument(subject)).toBeUndefined()
    expect(await mendDocument(subject, {reported: []})).toBeUndefined()
    expect(await fix(TEXT, {limits: {bytes: 10}})).toEqual({text: TEXT, mended: [], withdrawn: []})
  })

  test('by what needs a look only where that is asked for', async () => {
    const renamed = sound.replace('## 3. Goals and Non-Goals', '## 3. Goals and Non-Gaols')
    const {subject} = await subjectOf(renamed, {})
    expect((await mendDocument(subject))?.text).toBe(renamed)
    const done = await mendDocument(subject, {unsafe: true})
    expect(done?.text).toContain('## 3. Goals and Non-Goals\n')
    expect((await fix(renamed, {unsafe: true})).text).toBe(done?.text)
  })
})
