import {mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {corpus} from '../support/corpus.js'
import {commit, git, repository} from '../support/folders.js'
import {spec} from './support.js'

const FROZEN = 'spec.baseline.json'
const TIME = 900_000

/** The real specs and their research as a repository of a team that starts today. */
function legacy(): string {
  const root = repository()
  for (const name of ['specs', 'research']) {
    // The copy of the corpus may be read only; what is written anew is not.
    for (const entry of readdirSync(join(corpus ?? '', name), {recursive: true, withFileTypes: true})) {
      if (!entry.isFile()) continue
      const from = join(entry.parentPath, entry.name)
      const to = join(root, from.slice((corpus ?? '').length))
      mkdirSync(join(to, '..'), {recursive: true})
      writeFileSync(to, readFileSync(from))
    }
  }
  commit(root, 'legacy')
  return root
}

async function linted(root: string, ...argv: string[]) {
  const {status, stdout} = await spec(root, ['lint', '--format', 'json', ...argv])
  const {summary, files, baseline} = JSON.parse(stdout)
  const messages = files.flatMap(({path, messages}: {path: string; messages: {ruleId: string}[]}) =>
    messages.map(({ruleId}) => `${path} ${ruleId}`),
  )
  return {status, summary, baseline, messages}
}

/** Changes a file by a text that must stand in it. */
function edit(root: string, path: string, from: string, to: string): void {
  const text = readFileSync(join(root, path), 'utf8')
  expect(text, path).toContain(from)
  writeFileSync(join(root, path), text.replace(from, to))
}

test.skipIf(corpus === undefined)(
  'the corpus as a legacy repository',
  async () => {
    const root = legacy()
    const before = await linted(root, '--update-baseline')
    expect(before).toMatchObject({status: 0, messages: [], summary: {files: 136, clean: 136, stale: 0}})
    expect(before.summary.baselined).toBeGreaterThan(300)
    commit(root, 'baseline')

    const banner = 'specs/2026-01-19-cli-banner-ordering-fix.md'
    const dropdown = 'specs/2026-02-07-at-mention-dropdown.md'
    const force = 'specs/2026-01-20-force-flag-modification.md'
    const sapling = 'specs/2026-02-11-source-control-type-selection.md'

    // An edit in an unrelated place.
    edit(root, banner, '## 2.', '## Elsewhere\n\nA new section, [with a link](https://example.org).\n\n## 2.')
    expect(await linted(root, banner)).toMatchObject({status: 0, messages: [], summary: {stale: 0}})

    // A new defect that equals a frozen one: exactly that one more.
    const dead = 'research/2026-01-19-cli-ordering-fix.md'
    const entries = JSON.parse(readFileSync(join(root, FROZEN), 'utf8')).violations[banner]
    expect(entries).toContainEqual({count: 1, rule: 'dead-citation', section: 'alternatives-considered', text: dead})
    const heading = /^## 6\..*$/m.exec(readFileSync(join(root, banner), 'utf8'))?.[0] ?? ''
    edit(root, banner, heading, `${heading}\n\nOnce more \`${dead}\`.`)
    expect((await linted(root, banner)).messages).toEqual([`${banner} dead-citation`])

    // A mended one: reported as stale.
    edit(root, dropdown, 'Developer', 'Ada Example')
    const mended = await linted(root, dropdown)
    expect(mended.status).toBe(0)
    expect(mended.baseline.stale).toMatchObject([{path: dropdown, entries: [{count: 1, rule: 'machine-author'}]}])

    // Two renamed specs that none cites, and all of it at once: the other 132 stay clean.
    git(root, 'mv', sapling, 'specs/2026-02-11-sapling.md')
    renameSync(join(root, force), join(root, 'specs/2026-01-20-forced.md'))
    const after = await linted(root)
    expect(after).toMatchObject({status: 1, messages: [`${banner} dead-citation`], summary: {files: 136, clean: 135}})
    expect(after.baseline.stale).toEqual(mended.baseline.stale)
    expect(after.baseline.renamed).toContainEqual({from: sapling, to: 'specs/2026-02-11-sapling.md'})

    // Of a branch only what it touches is looked at.
    const touched = await linted(root, '--since', 'main')
    expect(touched.summary.files).toBe(4)
    expect(touched.messages).toEqual(after.messages)
  },
  TIME,
)
