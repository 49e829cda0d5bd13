import {readFileSync} from 'node:fs'
import {Ajv2020} from 'ajv/dist/2020.js'
import {describe, expect, test} from 'vitest'
import {spec} from '../cli/support.js'
import {folder} from '../support/folders.js'

const isQuestions = new Ajv2020({strictTypes: false, strictRequired: false}).compile(
  JSON.parse(readFileSync(new URL('../../schema/questions.schema.json', import.meta.url), 'utf8')),
)

const RESEARCH = 'research/2026-01-10-upload-limits.md'
const OTHER = 'research/2026-01-11-printers.md'
const SPEC = 'specs/2026-01-15-upload-limits.md'

const terminal = (columns: number) => ({columns, isTTY: true, env: {...process.env, NO_COLOR: '1'}})

/** A spec with a question of every fate but one. */
function workspace(): string {
  return folder({
    'spec.config.yaml': '',
    [RESEARCH]:
      '# Upload limits\n\n## Open Questions\n\n- **Quota per team**: Does every team get the same quota?\n' +
      '- **Video files**: Are recordings of meetings counted like any other file?\n' +
      '- **Old accounts**: Who cleans up the accounts of people who left?\n' +
      '- **Leap seconds**: Which timezone do nightly snapshots of Reykjavik follow?\n',
    [OTHER]: '# Printers\n\n## Open Questions\n\n- Who refills the toner cartridges on Mondays?\n',
    'research/2026-01-12-none.md': '# None\n\n## Findings\n\nNothing.\n',
    [SPEC]:
      '# Upload limits\n\n| Document Metadata | Details |\n| --- | --- |\n| Created / Last Updated | 2026-01-15 |\n\n' +
      `See [limits](../${RESEARCH}) and [printers](../${OTHER}).\n\n` +
      '## 3. Goals and Non-Goals\n\n### 3.2 Non-Goals (Out of Scope)\n\n- [ ] Recordings of meetings are no files of their own: video is counted like any other file.\n\n' +
      '## 9. Open Questions / Unresolved Issues\n\n- [x] **Quota per team**: one for all.\n- [ ] **Old accounts**: who cleans up?\n',
    'specs/2026-01-16-empty.md': '# Empty\n',
  })
}

describe('spec questions', () => {
  test('tells of each question what became of it, and where', async () => {
    const {status, stdout, stderr} = await spec(workspace(), ['questions'])
    expect(stdout).toMatchInlineSnapshot(`
      "specs/2026-01-15-upload-limits.md
        research/2026-01-10-upload-limits.md
        5  answered  Quota per team: Does every team get the same quota?
                     line 17 in "9. Open Questions / Unresolved Issues" (90 % alike)
        6  moved     Video files: Are recordings of meetings counted like any other f…
                     a non-goal, line 13 in "3.2 Non-Goals (Out of Scope)" (100 %
                     alike)
        7  open      Old accounts: Who cleans up the accounts of people who left?
                     line 18 in "9. Open Questions / Unresolved Issues" (90 % alike)
        8  vanished  Leap seconds: Which timezone do nightly snapshots of Reykjavik f…
                     neither its words nor its id are there

      specs/2026-01-16-empty.md
        no questions

      4 questions in 2 documents: 1 vanished, 1 open, 1 moved, 1 answered. 1 more
      question of research that is mentioned only.
      "
    `)
    expect({status, stderr}).toEqual({status: 0, stderr: ''})
  })

  test('fits a narrow terminal, and uses a wide one', async () => {
    const narrow = (await spec(workspace(), ['questions', SPEC], terminal(50))).stdout
    for (const line of narrow.split('\n'))
      if (!line.includes('research/')) expect(line.length, line).toBeLessThanOrEqual(50)
    const wide = (await spec(workspace(), ['questions', SPEC], terminal(200))).stdout
    expect((await spec(workspace(), ['questions'], {isTTY: true, columns: 80, env: {}})).stdout).toContain('\u001B[')
    expect(wide).toContain('Leap seconds: Which timezone do nightly snapshots of Reykjavik follow?')
  })

  test('shows those that are open, those that have vanished, or all', async () => {
    const root = workspace()
    const open = (await spec(root, ['questions', '--open'])).stdout
    expect(open).toContain('1 question in 2 documents: 1 open.')
    expect(open).not.toContain('empty.md')
    expect((await spec(root, ['questions', '--vanished'])).stdout).toContain('1 question in 2 documents: 1 vanished.')
    expect((await spec(root, ['questions', '--vanished', '--open'])).stdout).toContain('1 vanished, 1 open.')
    expect((await spec(root, ['questions', '--all'])).stdout).toContain('toner')
  })

  test('of a research document: the specs that took up its questions', async () => {
    const root = workspace()
    const {status, stdout} = await spec(
      root,
      ['questions', RESEARCH, OTHER, 'research/2026-01-12-none.md'],
      terminal(120),
    )
    expect(stdout).toMatchInlineSnapshot(`
      "research/2026-01-10-upload-limits.md
        5  Quota per team: Does every team get the same quota?
           answered: specs/2026-01-15-upload-limits.md:17 in "9. Open Questions / Unresolved Issues" (90 % alike)
        6  Video files: Are recordings of meetings counted like any other file?
           moved: a non-goal, specs/2026-01-15-upload-limits.md:13 in "3.2 Non-Goals (Out of Scope)" (100 % alike)
        7  Old accounts: Who cleans up the accounts of people who left?
           open: specs/2026-01-15-upload-limits.md:18 in "9. Open Questions / Unresolved Issues" (90 % alike)
        8  Leap seconds: Which timezone do nightly snapshots of Reykjavik follow?
           vanished: specs/2026-01-15-upload-limits.md, neither its words nor its id are there

      research/2026-01-11-printers.md
        5  Who refills the toner cartridges on Mondays?
           not taken up by 1 spec that mentions the research

      research/2026-01-12-none.md
        no open questions

      "
    `)
    expect(status).toBe(0)
    const json = JSON.parse((await spec(root, ['questions', RESEARCH, '--format', 'json'])).stdout)
    expect(isQuestions(json), JSON.stringify(isQuestions.errors)).toBe(true)
    expect(json.files).toEqual([])
    expect(json.research[0].questions[0]).toMatchObject({line: 5, specs: [{path: SPEC, fate: 'answered', by: 'words'}]})
  })

  test('prints json of its schema', async () => {
    const root = workspace()
    const {stdout} = await spec(root, ['questions', '--format', 'json'])
    const json = JSON.parse(stdout)
    expect(isQuestions(json), JSON.stringify(isQuestions.errors)).toBe(true)
    expect(Object.keys(json)[0]).toBe('schemaVersion')
    const [first] = json.files
    expect(first.research[0].questions.map(({fate}: {fate: string}) => fate)).toEqual([
      'answered',
      'moved',
      'open',
      'vanished',
    ])
    expect(first.research[0].questions[1]).toMatchObject({
      role: 'non-goals',
      heading: '3.2 Non-Goals (Out of Scope)',
      place: {start: {line: 13}},
    })
    const none = JSON.parse(
      (await spec(folder({'specs/a.md': '# A\n'}), ['questions', '--format', 'json', '--open'])).stdout,
    )
    expect(isQuestions(none), JSON.stringify(isQuestions.errors)).toBe(true)
  })

  test('tells what is not there, or cannot be read, with exit status 2', async () => {
    const root = workspace()
    expect(await spec(root, ['questions', 'specs/gone.md'])).toMatchObject({status: 2, stdout: ''})
    const broken = folder({'specs/a.md': new Uint8Array([0xff]), 'research/b.md': new Uint8Array([0xff])})
    for (const path of ['specs/a.md', 'research/b.md']) {
      const {status, stdout} = await spec(broken, ['questions', path])
      expect(stdout).toContain(`${path}\n  not read: `)
      expect(status).toBe(2)
    }
  })

  test('prints nothing of a document that acts on a terminal', async () => {
    const root = folder({
      [RESEARCH]: '# Upload limits\n\n## Open Questions\n\n- Why \u001B[31mred\u202E?\n',
      [SPEC]: `# Upload limits\n\n[x](../${RESEARCH})\n\n## 9. Open Questions \u001B[31m\n\n- [ ] Why red?\n`,
    })
    for (const argv of [['questions'], ['questions', RESEARCH], ['questions', '--format', 'json']])
      for (const sign of ['\u001B', '\u202E']) expect((await spec(root, argv)).stdout).not.toContain(sign)
  })
})
