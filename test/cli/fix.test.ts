import {execFileSync} from 'node:child_process'
import {chmodSync, readdirSync, readFileSync, symlinkSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {Ajv2020} from 'ajv/dist/2020.js'
import {describe, expect, test} from 'vitest'
import {commit, folder, git, repository} from '../support/folders.js'
import {canDeny, unprivileged} from '../support/unprivileged.js'
import {sound} from './documents.js'
import {spec} from './support.js'

const PATH = 'specs/a.md'
const RESEARCH = {'research/docs/x.md': '# X\n\n## Part\n'}
/** A status in short, a link from the root, a moved document, and a number that is missing. */
const bent = sound
  .replace(/\| Status(\s*)\| Draft \(WIP\)/, '| Status$1| Draft')
  .replace('In one go.', 'In one go, see [x](research/docs/x.md) and [y](../research/x.md#part).')
  .replace('## 9. ', '## 10. ')
const straight = sound.replace(
  'In one go.',
  'In one go, see [x](../research/docs/x.md) and [y](../research/docs/x.md#part).',
)
/** Safe fixes applied, the number of the last heading as it was. */
const half = straight.replace('## 9. ', '## 10. ')

const textIn = (root: string, path = PATH) => readFileSync(join(root, path), 'utf8')
const files = (text = bent) => ({[PATH]: text, ...RESEARCH})
const isReport = new Ajv2020({strictTypes: false, strictRequired: false}).compile(
  JSON.parse(readFileSync(new URL('../../schema/report.schema.json', import.meta.url), 'utf8')),
)

async function report(root: string, ...argv: string[]) {
  const {status, stdout} = await spec(root, ['lint', '--format', 'json', ...argv])
  const data = JSON.parse(stdout)
  expect(isReport(data), JSON.stringify(isReport.errors)).toBe(true)
  return {status, data}
}

describe('spec lint --fix', () => {
  test('mends what takes no judgement, and reports what is left', async () => {
    const root = folder(files())
    const {stdout, status} = await spec(root, ['lint', '--fix'])
    expect(textIn(root)).toBe(half)
    expect(stdout).toContain('= fix: Renumber the headings, and the references to them (--fix-unsafe)')
    expect(stdout).toContain('Mended 3 of 4 messages in 1 file.')
    expect(status).toBe(0)
    expect((await spec(root, ['lint', '--fix'])).stdout).toContain('Mended nothing.')
    expect(textIn(root)).toBe(half)
  })

  test('--fix-unsafe mends what needs a look, too', async () => {
    const root = folder(files())
    expect((await spec(root, ['lint', '--fix-unsafe'])).stdout).toContain('Mended 4 of 4 messages in 1 file.')
    expect(textIn(root)).toBe(straight)
  })

  test('says in json what was mended where, held against its schema', async () => {
    const root = folder({...files(), 'specs/b.md': sound})
    const {data} = await report(root, '--fix')
    expect(data.mended).toMatchObject({dryRun: false, found: 5, mended: 3, withdrawn: 0})
    expect(data.mended.files).toMatchObject([{path: PATH, written: true, withdrawn: []}])
    expect(data.mended.files[0].mended.map(({ruleId}: {ruleId: string}) => ruleId).sort()).toEqual([
      'dead-citation',
      'root-relative-link',
      'status-note',
    ])
    expect((await report(root)).data).not.toHaveProperty('mended')
  })

  test('keeps byte order mark, line endings and the end of the file', async () => {
    for (const form of [
      (text: string) => `\uFEFF${text}`,
      (text: string) => text.replaceAll('\n', '\r\n'),
      (text: string) => text.trimEnd(),
    ]) {
      const root = folder(files(form(bent)))
      await spec(root, ['lint', '--fix'])
      expect(textIn(root)).toBe(form(half))
    }
  })

  test('leaves what a baseline holds back, what an exception takes out, and with --quiet what is no error', async () => {
    const frozen = folder(files())
    await spec(frozen, ['lint', '--update-baseline'])
    await spec(frozen, ['lint', '--fix-unsafe'])
    expect(textIn(frozen)).toBe(bent)

    const excepted = bent.replace(
      'In one go,',
      '<!-- spec-lint-disable-next-line root-relative-link: our forge has it so -->\nIn one go,',
    )
    const root = folder(files(excepted))
    await spec(root, ['lint', '--fix'])
    expect(textIn(root)).toContain('[x](research/docs/x.md) and [y](../research/docs/x.md#part)')

    const quiet = folder(files())
    await spec(quiet, ['lint', '--fix-unsafe', '--quiet'])
    expect(textIn(quiet)).toContain('## 10. ')
    expect(textIn(quiet)).toContain('[x](../research/docs/x.md)')
  })

  test('mends of one rule only where the others are off', async () => {
    const root = folder(files())
    await spec(root, ['lint', '--fix', '--rule', 'root-relative-link:off', '--rule', 'dead-citation:off'])
    expect(textIn(root)).toBe(
      bent.replace(/\| Status(\s*)\| Draft /, (_, space: string) => `| Status${space}| Draft (WIP) `),
    )
  })
})

describe('--dry-run', () => {
  test.each(['git', 'patch'])('prints a diff that %s takes, and writes nothing', async tool => {
    const root = repository({...files(), 'specs/b c.md': bent})
    const {stdout, stderr, status} = await spec(root, ['lint', '--fix', '--dry-run'])
    expect(textIn(root)).toBe(bent)
    expect(stderr).toContain('Would mend 6 of 8 messages in 2 files.')
    expect(status).toBe(0)
    writeFileSync(join(root, 'x.diff'), stdout)
    if (tool === 'git') git(root, 'apply', 'x.diff')
    else execFileSync('patch', ['-p1', '-i', 'x.diff'], {cwd: root})
    expect(textIn(root)).toBe(half)
    expect(textIn(root, 'specs/b c.md')).toBe(half)
  })

  test('is empty where there is nothing to mend', async () => {
    const {stdout, stderr} = await spec(folder(files(straight)), ['lint', '--fix', '--dry-run'])
    expect(stdout).toBe('')
    expect(stderr).toContain('1 file checked')
  })
})

describe('standard input', () => {
  test('goes to standard output mended, and nothing else with it', async () => {
    const root = folder(files(''))
    const argv = ['lint', '--fix', '-', '--stdin-filename', PATH]
    const {stdout, stderr} = await spec(root, argv, {input: bent})
    expect(stdout).toBe(half)
    expect(stderr).toContain('Mended 3 of 4 messages')
    expect(textIn(root)).toBe('')
    expect((await spec(root, argv, {input: half})).stdout).toBe(half)
  })
})

describe('is refused', () => {
  test.each([
    [['--dry-run'], 'Unexpected --dry-run without --fix'],
    [['--fix', '--staged'], 'Unexpected --staged with --fix'],
    [['--fix', '-', 'specs', '--stdin-filename', PATH], 'Unexpected paths beside "-" with --fix'],
    [['--fix', '--dry-run', '--update-baseline'], 'Unexpected --update-baseline with --dry-run'],
  ])('%j', async (argv, reason) => {
    const root = repository(files())
    const {status, stderr} = await spec(root, ['lint', ...argv])
    expect({status, stderr}).toMatchObject({status: 2, stderr: expect.stringContaining(reason)})
    expect(textIn(root)).toBe(bent)
  })
})

describe('what cannot be written', () => {
  test('a link is not followed: the file that it leads to stays', async () => {
    const root = folder({...files(), 'elsewhere.md': bent})
    symlinkSync('../elsewhere.md', join(root, 'specs/b.md'))
    const {status, stderr} = await spec(root, ['lint', '--fix', 'specs/b.md'])
    expect(textIn(root, 'elsewhere.md')).toBe(bent)
    expect(status).toBe(2)
    expect(stderr).toMatch(/specs\/b\.md/)
  })

  test.skipIf(!canDeny)('a folder that denies it: the reason, status 2, the others are mended', async () => {
    const root = folder({...files(), 'specs/locked/b.md': bent})
    for (const path of ['', 'specs', 'specs/a.md']) chmodSync(join(root, path), 0o777)
    chmodSync(join(root, 'specs/locked'), 0o555)
    // Loads what a run needs.
    await spec(root, ['lint', '--fix', '--dry-run'])
    try {
      const {status, stderr} = await unprivileged(() => spec(root, ['lint', '--fix']))
      expect(status).toBe(2)
      expect(stderr).toContain('specs/locked/b.md')
      expect(textIn(root, 'specs/locked/b.md')).toBe(bent)
      expect(textIn(root)).toBe(half)
      expect(readdirSync(join(root, 'specs/locked'))).toEqual(['b.md'])
    } finally {
      chmodSync(join(root, 'specs/locked'), 0o755)
    }
  })
})

test('what was mended is what a commit with the hook then takes', async () => {
  const root = repository(files())
  await spec(root, ['lint', '--fix-unsafe'])
  commit(root, 'Mended')
  expect((await spec(root, ['lint', '--max-warnings', '0'])).status).toBe(0)
})
