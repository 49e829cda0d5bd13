import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {collectFacts} from '../../src/lint/index.js'
import {corpus} from '../support/corpus.js'
import {open} from '../workspace/support.js'

interface Pair {
  spec: string
  research: string
  /** By the line of the question: the fates that are right. */
  questions: Record<string, string[]>
}

// Read by eye: `tuned` served to find the thresholds, `held` was only measured.
const truth = JSON.parse(readFileSync(new URL('questions-truth.json', import.meta.url), 'utf8')) as Record<
  'tuned' | 'held',
  Pair[]
>

describe.skipIf(corpus === undefined)('questions of real research in real specs', {timeout: 300_000}, () => {
  test.each([
    ['tuned', 0.95],
    ['held', 0.95],
  ] as const)('%s: what is told is right, and nothing is called lost that is not', async (part, least) => {
    const workspace = await open(corpus ?? '')
    let [told, right, all] = [0, 0, 0]
    for (const {spec, research, questions} of truth[part]) {
      const text = readFileSync(join(corpus ?? '', spec), 'utf8')
      const {ledger} = await collectFacts(text, {path: spec, workspace})
      for (const [line, fates] of Object.entries(questions)) {
        const entry = ledger.find(each => each.research === research && each.line === Number(line))
        expect(entry, `${spec}: ${research}:${line}`).toBeDefined()
        all++
        if (entry === undefined || entry.fate === 'unclear') continue
        told++
        if (fates.includes(entry.fate)) right++
        else expect(entry.fate, `${spec}: ${research}:${line}`).not.toBe('vanished')
      }
    }
    await workspace.close()
    expect(right / told).toBeGreaterThanOrEqual(least)
    // What is called unclear is no answer: most must be told.
    expect(told / all).toBeGreaterThanOrEqual(0.8)
  })
})
