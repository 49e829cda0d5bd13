import {readFileSync} from 'node:fs'
import {describe, expect, test} from 'vitest'
import {collectFacts, lint} from '../../src/lint/index.js'
import {gates, RESEARCH, scaffolded} from './support.js'

const FILE = 'research/docs/2026-01-15-gates.md'
const MARK = ' <!-- question: 7e2365c2 -->'

async function ledgerOf(edit: (text: string) => string) {
  const {path, text, workspace} = await scaffolded(gates(), {
    title: 'Gates of the hall',
    research: [FILE],
    author: 'Ada',
  })
  const edited = edit(text)
  const {ledger} = await collectFacts(edited, {path, workspace})
  const {messages} = await lint(edited, {path, workspace})
  const lost = messages.some(({ruleId}) => ruleId === 'vanished-question')
  return {fates: ledger.map(({fate, by, role}) => [fate, by, role]), lost}
}

describe('a question that was carried over', () => {
  test('is open in the new document, by its id', async () => {
    expect(await ledgerOf(text => text)).toEqual({fates: [['open', 'id', 'questions']], lost: false})
  })

  test('is known in other words, ticked, and in another section', async () => {
    const item = /- \[ \] \*\*Which gate\*\*.*\n/
    const answered = await ledgerOf(text => text.replace(item, `- [x] The northern one.${MARK}\n`))
    expect(answered).toEqual({fates: [['answered', 'id', 'questions']], lost: false})
    const moved = await ledgerOf(text =>
      text
        .replace(item, '')
        .replace(/(### 3\.2 [^\n]*\n(?:[^#]*\n)?)- \[ \] TBD/, `$1- [ ] No gate is chosen here.${MARK}`),
    )
    expect(moved).toEqual({fates: [['moved', 'id', 'non-goals']], lost: false})
  })

  test('is missed when it is taken out with its comment', async () => {
    const gone = await ledgerOf(text => text.replace(/- \[ \] \*\*Which gate\*\*.*\n/, ''))
    expect(gone).toEqual({fates: [['vanished', undefined, undefined]], lost: true})
  })

  test('stands once where two documents ask it, with a link to each, and its id is the same another day', async () => {
    const other = RESEARCH.replace('**Which gate**: see', 'Which gate: *see*')
    const root = gates({'research/docs/2026-01-16-hall.md': other})
    const research = [FILE, 'research/docs/2026-01-16-hall.md']
    const {text} = await scaffolded(root, {title: 'Gates', research})
    expect(text.match(/<!-- question: /g)).toHaveLength(1)
    expect(text).toContain(
      `([gates](../${FILE}#open-questions), [hall](../research/docs/2026-01-16-hall.md#open-questions))${MARK}\n`,
    )
    expect(text).toContain('\n<!-- questions: 7e2365c2 -->\n\n<!-- spec: rfc v1 -->\n')
    const again = await scaffolded(root, {title: 'Gates again', research, date: '2026-02-01'})
    expect(again.text).toContain(MARK)
  })

  test('its form is the one that the documentation shows', () => {
    const page = readFileSync(new URL('../../docs/questions.md', import.meta.url), 'utf8')
    expect(page).toMatch(/<!-- question: [0-9a-f]{8} -->/)
    expect(page).toMatch(/<!-- questions: [0-9a-f]{8}, [0-9a-f]{8} -->/)
  })
})
