import {cpSync, readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {expect, test} from 'vitest'
import {reporters} from '../../src/reporters/index.js'
import {spec} from '../cli/support.js'
import {commit, repository} from '../support/folders.js'

const page = readFileSync(new URL('../../docs/formats.md', import.meta.url), 'utf8')
const readingRoom = fileURLToPath(new URL('../../examples/reading-room', import.meta.url))

/** The first block below a format's heading: what it prints, with "…" for what is left out. */
const sampleOf = (format: string) =>
  new RegExp(`^## ${format}\\n[^]*?^\`\`\`\\w+\\n([^]*?)^\`\`\``, 'm').exec(page)?.[1] ?? ''

test.each(reporters.map(({name}) => name))('the page shows what %s really prints', async format => {
  const root = repository()
  cpSync(readingRoom, root, {recursive: true})
  commit(root, 'The reading room')
  const argv = ['lint', 'specs/2026-02-02-shared-calendar.md', '--format', format]
  const {stdout} = await spec(root, argv)
  const lines = sampleOf(format).trimEnd().split('\n')
  expect(lines.length, format).toBeGreaterThan(3)
  const printed = stdout.split('\n')
  let at = 0
  for (const line of lines) {
    if (line === '…') continue
    const found = printed.findIndex(
      (candidate, index) =>
        index >= at && (line.endsWith('…') ? candidate.startsWith(line.slice(0, -1)) : candidate === line),
    )
    expect(found, `prints "${line}"`).toBeGreaterThanOrEqual(at)
    at = found + 1
  }
})

test('every format has its row in both tables', () => {
  for (const {name} of reporters) {
    expect(page).toContain(`| [${name}](#${name}) |`)
    expect(page).toMatch(new RegExp(`^\\| (?:\\w+, )?${name}(?:, \\w+)? \\| (?:all|as many)`, 'm'))
  }
})
