import {readFileSync, symlinkSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {Ajv2020} from 'ajv/dist/2020.js'
import {describe, expect, test} from 'vitest'
import {spec} from '../cli/support.js'
import {change, cited, lines, put, SPEC} from '../history/support.js'
import {folder, git} from '../support/folders.js'

const schemaOf = (name: string): object =>
  JSON.parse(readFileSync(fileURLToPath(new URL(`../../schema/${name}.schema.json`, import.meta.url)), 'utf8'))
const validate = new Ajv2020({strict: false, validateFormats: false})
  .addSchema(schemaOf('facts'))
  .compile(schemaOf('citations'))

/** A spec with citations of every standing. */
function workspace(): string {
  const text = [
    '[r](../research/2026-01-10-r.md#findings)',
    '`research/gone.md`',
    '`a3` (`src/a.ts:3`)',
    '`a3` (`src/a.ts:9`)',
    '`src/b.ts:2`',
    'https://example.org',
  ].join('\n\n')
  const root = cited(
    {'src/a.ts': lines('a', 20), 'src/b.ts': lines('b', 5), 'research/2026-01-10-r.md': '# R\n\n## Findings\n'},
    `${text}\n`,
  )
  change(root, {'src/a.ts': `// one\n${lines('a', 20)}`, 'src/b.ts': undefined, 'research/unread.md': '# U\n'})
  return root
}

describe('spec citations', () => {
  test('lists every citation with what became of it', async () => {
    const {status, stdout, stderr} = await spec(workspace(), ['citations'])
    expect([status, stderr]).toEqual([0, ''])
    const hashes = stdout.replace(/\b[0-9a-f]{10}\b/g, '<commit>').replace(/ +$/gm, '')
    expect(hashes).toMatchInlineSnapshot(`
      "specs/2026-01-15-a.md
         1  research  ../research/2026-01-10-r.md#findings  there
         3  research  research/gone.md                      missing
         5  code      src/a.ts:3 (a3)                       at <commit> (which
                                                            brought the document); now
                                                            in line 4
         7  code      src/a.ts:9 (a3)                       at <commit> (which
                                                            brought the document); a3
                                                            stands in line 3; now in
                                                            line 10
         9  code      src/b.ts:2                            at <commit> (which
                                                            brought the document);
                                                            deleted since
        11  url       https://example.org                   not looked up

      6 citations in 1 document: 1 sound, 2 no longer as they were cited, 2 wrong, 1
      open.
      "
    `)
  })

  test('only those that are wrong, or no longer as they were cited', async () => {
    const root = workspace()
    const wrong = (await spec(root, ['citations', '--wrong'])).stdout
    expect(wrong).toContain('2 citations in 1 document: 2 wrong.')
    expect(wrong).not.toContain('src/b.ts')
    const stale = (await spec(root, ['citations', '--stale'])).stdout
    expect(stale).toContain('2 citations in 1 document: 2 no longer as they were cited.')
    expect((await spec(root, ['citations', '--stale', '--wrong'])).stdout).toContain('4 citations')
  })

  test('what no rule accuses is open, with the reason', async () => {
    const text = [
      '`src/new.ts`',
      '`dist/out.js:5`',
      '`src/a.ts:300` at `abc1234`',
      '`src/none.ts:3` at `abc1234`',
      '`research/progress.txt`',
      '[r](research/r.md)',
    ].join('\n\n')
    const root = cited({'src/a.ts': lines('a', 20), 'research/r.md': '# R\n'}, `${text}\n`)
    const {stdout} = await spec(root, ['citations'], {columns: 200})
    expect(stdout.replace(/\b[0-9a-f]{10}\b/g, '<commit>').replace(/ +$/gm, '')).toMatchInlineSnapshot(`
      "specs/2026-01-15-a.md
         3  code      dist/out.js:5          no such file in any state that counts
         5  code      src/a.ts:300           not as cited at <commit> (which brought
                                             the document); open: a commit is not
                                             known here
         7  code      src/none.ts:3          not looked up: a commit is not known here
         9  research  research/progress.txt  missing; may be yet to be written
        11  research  research/r.md          there; the link leads there only from the
                                             root
        skipped: This clone does not know the commit abc1234: what they had was not
        looked up

      5 citations in 1 document: 1 wrong, 4 open.
      "
    `)
    expect((await spec(root, ['citations', '--wrong'])).stdout).toContain('1 citation in 1 document: 1 wrong.')
  })

  test('as JSON, by its schema', async () => {
    const {status, stdout} = await spec(workspace(), ['citations', '--format', 'json'])
    const data = JSON.parse(stdout)
    expect(validate(data), JSON.stringify(validate.errors)).toBe(true)
    expect([status, data.schemaVersion, data.files.length]).toEqual([0, 1, 1])
    expect(data.files[0]).toMatchObject({path: SPEC, kind: 'rfc', status: 'checked', skipped: []})
    expect(data.files[0].citations.map(({accusedBy}: {accusedBy?: string[]}) => accusedBy)).toEqual([
      undefined,
      ['dead-citation'],
      undefined,
      ['misplaced-symbol'],
      undefined,
      undefined,
    ])
    expect(data.files[0].citations.map(({kind, exists}: {kind: string; exists?: boolean}) => [kind, exists])).toEqual([
      ['research', true],
      ['research', false],
      ['code', true],
      ['code', true],
      ['code', true],
      ['url', undefined],
    ])
  })

  test('the other way round: who cites which research', async () => {
    const root = workspace()
    const {stdout} = await spec(root, ['citations', '--research'])
    expect(stdout).toContain(`research/2026-01-10-r.md\n  ${SPEC}: 1 → #findings`)
    expect(stdout).toContain('research/gone.md  missing')
    expect(stdout).toContain('research/unread.md\n  cited by nobody')
    const data = JSON.parse((await spec(root, ['citations', '--research', '--format', 'json'])).stdout)
    expect(validate(data), JSON.stringify(validate.errors)).toBe(true)
    expect(data.research[0]).toMatchObject({
      path: 'research/2026-01-10-r.md',
      exists: true,
      citedBy: [{path: SPEC, citations: [{line: 1, column: 1, form: 'link', anchor: 'findings'}]}],
    })
  })

  test('what became of the commit that research names, and of the code that it speaks of', async () => {
    const root = cited({'src/a.ts': 'a\n', 'src/b.ts': 'b\n', 'src/c.ts': 'c\n'}, '# A\n')
    const research = (commit: string, ...paths: string[]) =>
      `---\ngit_commit: ${commit}\n---\n\n# R\n\n${paths.map(path => `\`${path}\``).join(' ')}\n`
    const kept = git(root, 'rev-parse', 'HEAD').trim()
    git(root, 'checkout', '--quiet', '-b', 'side')
    const alike = change(root, {'notes.txt': 'n\n'})
    const other = change(root, {'src/d.ts': 'd\n'})
    git(root, 'checkout', '--quiet', 'main')
    change(root, {
      'src/a.ts': 'aa\n',
      'src/b.ts': undefined,
      'research/alike.md': research(alike, 'src/a.ts', 'src/c.ts'),
      'research/kept.md': research(kept.slice(0, 8), 'src/a.ts', 'src/b.ts', 'src/c.ts'),
      'research/other.md': research(other, 'src/d.ts'),
      'research/same.md': research(kept, 'src/c.ts'),
      'research/unknown.md': research('abc1234', 'src/a.ts'),
      [SPEC]: ['alike', 'kept', 'other', 'same', 'unknown'].map(name => `[r](../research/${name}.md)\n`).join('\n'),
    })
    const {stdout} = await spec(root, ['citations', '--research'], {columns: 200})
    const names: Record<string, string> = {[kept]: 'kept', [alike]: 'alike', [other]: 'other'}
    const told = stdout.replace(/\b[0-9a-f]{10}\b/g, hash => {
      const [, name = 'first'] = Object.entries(names).find(([commit]) => commit.startsWith(hash)) ?? []
      return `<${name}>`
    })
    expect(told).toMatchInlineSnapshot(`
      "research/alike.md
        read at <alike> (no longer in the history; <first> has the same files);
        of 2 files that it speaks of, 1 has changed since
        specs/2026-01-15-a.md: 1

      research/kept.md
        read at <kept>; of 3 files that it speaks of, 1 has changed, 1 is gone
        since
        specs/2026-01-15-a.md: 3

      research/other.md
        read at <other> (no longer in the history, and no commit there has the same
        files); of 1 file that it speaks of, 1 is gone since
        specs/2026-01-15-a.md: 5

      research/same.md
        read at <kept>; of 1 file that it speaks of, none has changed since
        specs/2026-01-15-a.md: 7

      research/unknown.md
        read at abc1234, a commit that is not known here
        specs/2026-01-15-a.md: 9

      5 research documents, 5 cited.
      "
    `)
    const data = JSON.parse((await spec(root, ['citations', '--research', '--format', 'json'])).stdout)
    expect(validate(data), JSON.stringify(validate.errors)).toBe(true)
    expect(data.research[1]).toMatchObject({
      path: 'research/kept.md',
      commit: kept,
      commitKnown: true,
      commitReachable: true,
      files: 3,
      changed: 1,
      gone: 1,
      renamed: 0,
      driftShare: 67,
    })
  })

  test('research that lies behind a link, or that git ignores, is listed as it is written', async () => {
    const outside = folder({'a.md': '# A\n'})
    const root = cited(
      {'.gitignore': 'research/local\n', 'research/r.md': '# R\n'},
      '[a](../research/linked/a.md)\n\n`research/linked/a.md:3`\n\n[b](../research/local/b.md)\n\n[c](../research/local/c.md)\n',
    )
    symlinkSync(outside, join(root, 'research/linked'))
    put(root, {'research/local/b.md': '# B\n'})
    const {stdout} = await spec(root, ['citations', '--research'])
    expect(stdout).toMatchInlineSnapshot(`
      "research/linked/a.md  not looked up: behind a link that leads out
        specs/2026-01-15-a.md: 1, 3 → line 3

      research/local/b.md  only here: git ignores it
        specs/2026-01-15-a.md: 5

      research/local/c.md  not here: git ignores it
        specs/2026-01-15-a.md: 7

      research/r.md
        cited by nobody

      4 research documents, 3 cited.
      "
    `)
    const data = JSON.parse((await spec(root, ['citations', '--research', '--format', 'json'])).stdout)
    expect(validate(data), JSON.stringify(validate.errors)).toBe(true)
  })

  test('what is not there, and what cannot be read', async () => {
    const root = folder({'specs/a.md': 'a\n', 'specs/b.md': new Uint8Array([0xff, 0xfe, 0x00])})
    expect(await spec(root, ['citations', 'specs/c.md'])).toMatchObject({status: 2, stdout: ''})
    const {status, stdout} = await spec(root, ['citations'])
    expect(status).toBe(2)
    expect(stdout).toContain('not read:')
    expect(stdout).toContain('1 document could not be read.')
    const data = JSON.parse((await spec(root, ['citations', '--format', 'json'])).stdout)
    expect(validate(data), JSON.stringify(validate.errors)).toBe(true)
  })

  test('of what is not saved, and of what is staged', async () => {
    const root = workspace()
    const piped = await spec(root, ['citations', '-', '--stdin-filename', SPEC], {input: '`src/b.ts:2`\n'})
    expect(piped.stdout).toContain('1 citation in 1 document')
    // HEAD, the index and the work tree each have another text.
    put(root, {[SPEC]: '`src/a.ts:3` and [r](../research/2026-01-10-r.md)\n'})
    git(root, 'add', '--all')
    put(root, {[SPEC]: '`src/a.ts:3`\n', 'research/2026-01-10-r.md': undefined})
    const staged = await spec(root, ['citations', '--staged'])
    expect(staged.stdout).toContain('2 citations in 1 document')
    expect(staged.stdout).toMatch(/2026-01-10-r\.md +there/)
    expect((await spec(root, ['citations'])).stdout).toContain('1 citation in 1 document')
  })
})

describe('spec lint', () => {
  test('counts what has drifted in one line, and with --drift reports each place as an error', async () => {
    const root = cited({'src/a.ts': lines('a', 20)}, 'See `src/a.ts:3` and `src/a.ts:9`.\n')
    change(root, {'src/a.ts': `// one\n${lines('a', 20)}`})
    const rules = async (...more: string[]) => {
      const {stdout} = await spec(root, ['lint', '--format', 'json', ...more])
      const messages = JSON.parse(stdout).files[0].messages as {ruleId: string; severity: string; fix?: object}[]
      return messages
        .filter(({ruleId}) => ruleId.startsWith('drifted'))
        .map(({ruleId, severity, fix}) => [ruleId, severity, fix !== undefined])
    }
    expect(await rules()).toEqual([['drifted-code', 'info', false]])
    expect(await rules('--drift')).toEqual([
      ['drifted-citation', 'error', true],
      ['drifted-citation', 'error', true],
    ])
  })
})
