import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {readOutline} from '../../src/research/index.js'
import {questionIds, questionMarksIn} from '../../src/research/question-ids.js'
import {scaffold} from '../../src/scaffold/index.js'
import {corpus} from '../support/corpus.js'
import {open} from '../workspace/support.js'
import {complaints, corpusRepository, scaffolded} from './support.js'

const FILE = 'research/docs/2026-03-20-388-389-windows-arm64-support.md'
const questionsIn = (text: string) =>
  text.match(/^- \[[ x]\] .*\[[^\]]*\]\([^)]*#[^)]*\)\)(?: <!-- question: [0-9a-f]{8} -->)?$/gm) ?? []

describe.skipIf(corpus === undefined)('a fresh repository with the real research', {timeout: 300_000}, () => {
  test('with only a title', async () => {
    const result = await scaffolded(corpusRepository(), {title: 'Sub-agent tree status', date: '2026-03-01'})
    const chosen = result.research.filter(entry => entry.chosen)
    expect(chosen.length).toBeGreaterThan(0)
    expect(chosen.length).toBeLessThanOrEqual(5)
    expect(chosen.map(({path}) => path)).toContain(
      'research/docs/2026-02-15-sub-agent-tree-status-lifecycle-sdk-parity.md',
    )
    for (const {path} of chosen) expect(result.text).toContain(`](../${path})`)
    expect(await complaints(result)).toEqual([])
  })

  test('with a research file, and with a folder', async () => {
    const root = corpusRepository()
    const file = await scaffolded(root, {research: [FILE]})
    const {questions} = readOutline(FILE, readFileSync(join(root, FILE), 'utf8'))
    expect(questionsIn(file.text)).toHaveLength(questions.length)
    expect(file.text.match(/^- \[x\] /gm)).toHaveLength(questions.filter(({resolved}) => resolved).length)
    expect(file.text.match(/^\| \[Approach [A-D]: /gm)).toHaveLength(4)
    expect(await complaints(file)).toEqual([])

    const folder = await scaffolded(root, {title: 'tmux copy mode', research: ['research/web']})
    expect(folder.research.every(({path}) => path.startsWith('research/web/'))).toBe(true)
    expect(await complaints(folder)).toEqual([])
  })

  test('every open question of every document is carried over, its words kept, and brings no error', async () => {
    const root = corpusRepository()
    const workspace = await open(root)
    const {research} = await workspace.look([])
    const result = await scaffold({title: 'Everything', research, guidance: 'none', author: 'Ada Example'}, workspace)
    const asked = research.map(path => readOutline(path, readFileSync(join(root, path), 'utf8')).questions)
    const questions = asked.flat()
    // What several documents ask in the same words stands there once.
    const ids = new Set(asked.flatMap(questionIds))
    expect(questionsIn(result.text)).toHaveLength(ids.size)
    const marks = questionMarksIn(result.text).filter(({beside}) => beside)
    expect(new Set(marks.flatMap(({ids: [id]}) => id)).size).toBe(marks.length)
    const words = (markdown: string) => markdown.replace(/\s+/g, ' ')
    const kept = questions.filter(({text}) => result.text.includes(`] ${words(text)} ([`))
    // The others have a dead path in a code span or a link.
    expect(kept.length / questions.length).toBeGreaterThan(0.97)
    // One of the real documents is still in progress.
    const others = (await complaints({...result, workspace})).filter(each => !each.includes('open-research'))
    expect(others).toEqual([])
  })
})
