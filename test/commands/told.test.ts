import {mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {explanationText} from '../../src/commands/explain.js'
import {allOrNothing} from '../../src/commands/support/all-or-nothing.js'
import {stepsOf} from '../../src/commands/support/mv/steps.js'
import {ruleDataOf} from '../../src/commands/support/rule-data.js'
import {plannedMove} from '../../src/move/index.js'
import {plainPalette} from '../../src/reporters/index.js'
import {openWorkspace} from '../../src/workspace/index.js'
import {faulty, sound} from '../cli/documents.js'
import {spec} from '../cli/support.js'
import {commit, folder, git, repository} from '../support/folders.js'

describe('a rule', () => {
  test('of which nothing was measured, and whose message says no remedy, is told as that', () => {
    const rule = {
      id: 'new-rule',
      kind: 'core',
      title: 'A rule',
      description: 'Of tomorrow.',
      severity: 'error',
      explains: [],
      fails: '# A\n',
      messages: [{line: 1, column: 1, severity: 'error', reason: 'Unexpected title'}],
      passes: '# B\n',
    } as const
    expect(explanationText(rule, 80, plainPalette)).toBe(
      'new-rule: error\n\nA rule.\n\nOf tomorrow.\n\nA document that fails\n\n  1 │ # A\n\n  1:1 error: Unexpected title\n\n' +
        'A document that passes\n\n  1 │ # B\n\nOn real documents it was not measured.\n',
    )
  })

  test('that the config sets is listed with what it was before', async () => {
    const root = folder({'spec.config.yaml': 'rules: {residue: info}\n'})
    const {rules} = JSON.parse((await spec(root, ['rules', '--kind', 'rfc', '--format', 'json'])).stdout)
    const of = (id: string) => rules.find((rule: {id: string}) => rule.id === id)
    expect(of('residue')).toMatchObject({severity: 'info', own: expect.anything()})
    expect(of('dead-citation')).not.toHaveProperty('own')
  })

  test('has its page where the documentation stands', async () => {
    const [rule] = await ruleDataOf({}, 'https://example.org')
    expect(rule?.url).toBe(`https://example.org/docs/rules/${rule?.id}.md`)
    expect((await ruleDataOf({}, undefined))[0]).not.toHaveProperty('url')
  })
})

describe('settings that cannot be used', () => {
  test('of a schema are told with its lines', async () => {
    const root = folder({'spec.config.yaml': '', 'team.json': '{"$ref": "specwright:none"}\n'})
    expect(await spec(root, ['rules', '--schema', 'team.json'])).toMatchInlineSnapshot(`
      {
        "status": 2,
        "stderr": "error: Unexpected schema "specwright:none" to build on, expected one of
        specwright:core, specwright:rfc, specwright:research, specwright:index
        ┌─ team.json:1:2
      1 │ {"$ref": "specwright:none"}
        │  ^^^^^^

      spec: The schema "team.json" cannot be used: 1 error
      ",
        "stdout": "",
      }
    `)
  })

  test('that are larger than is read are told without them', async () => {
    const root = folder({
      'spec.config.yaml': `rules: {none-such: error}\n# ${'x'.repeat(2_000)}\n`,
      'specs/a.md': sound,
    })
    expect(await spec(root, ['lint', '--max-size', '1KB'])).toMatchInlineSnapshot(`
      {
        "status": 2,
        "stderr": "error: Unexpected rule "none-such", expected one that "spec rules" lists
        ┌─ spec.config.yaml:1:9

      spec: The settings cannot be used: 1 error in "spec.config.yaml"
      ",
        "stdout": "",
      }
    `)
  })

  test('of a package above the workspace are told with its lines', async () => {
    const root = repository({
      'node_modules/team/package.json': '{"name": "team", "version": "1.0.0"}',
      'node_modules/team/spec.config.yaml': 'kinds: {note: {files: "notes/*.md", template: form.md}}\n',
      'node_modules/team/form.md': 'nothing\n',
      'packages/one/spec.config.yaml': 'extends: team\n',
    })
    expect(await spec(join(root, 'packages/one'), ['rules'])).toMatchInlineSnapshot(`
      {
        "status": 2,
        "stderr": "error: The template has no headings of level 2, expected its sections
        ┌─ ../../node_modules/team/form.md:1:1
      1 │ nothing
        │ ^^^^^^^

      spec: The settings cannot be used: 1 error in "../../node_modules/team/form.md"
      ",
        "stdout": "",
      }
    `)
  })
})

test('a baseline that names documents of several workspaces counts for its own', async () => {
  const root = folder({
    'spec.config.yaml': '',
    'specs/a.md': faulty,
    'packages/one/specs/b.md': faulty,
    'packages/one/specs/c.md': faulty,
    'packages/one/specs/d.md': faulty,
  })
  await spec(root, ['lint', 'specs', 'packages/one/specs', '--update-baseline'])
  writeFileSync(join(root, 'packages/one/spec.config.yaml'), '')
  const {stderr} = await spec(root, ['lint'])
  expect(stderr).toMatchInlineSnapshot(`
    "note: The baseline "spec.baseline.json" does not count for "packages/one/specs/b.md" and 2 more: a workspace of its own, with a baseline of its own
    "
  `)
})

test('research is listed with who cites it, its commit once, and without words that mean one of several', async () => {
  const root = repository({'spec.config.yaml': '', 'src/a.ts': 'a\n'})
  const hash = git(root, 'rev-parse', 'HEAD').trim()
  const files = {
    'research/x.md': `---\ngit_commit: ${hash}\n---\n\n# X\n\n## 3. Findings\n\nSee \`src/a.ts:1\`.\n`,
    'research/y.md': '# Y\n',
    'specs/a.md': '# A\n\nSee [x](../research/x.md) and `research/y.md`.\n\nIt grows (research §3).\n',
    'specs/b.md': '# B\n\nSee [x](../research/x.md).\n',
  }
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), {recursive: true})
    writeFileSync(join(root, path), text)
  }
  commit(root, 'second')
  const {stdout} = await spec(root, ['citations', '--research'])
  expect(stdout.replaceAll(hash.slice(0, 10), '<commit>')).toMatchInlineSnapshot(`
    "research/x.md
      read at <commit>; of 1 file that it speaks of, none has changed since
      specs/a.md: 3
      specs/b.md: 3

    research/y.md
      specs/a.md: 3

    2 research documents, 2 cited.
    "
  `)
})

describe('a document that is moved', () => {
  test('to a workspace that does not know its kind is told of without a path', async () => {
    const root = repository({
      'spec.config.yaml': 'kinds: {note: {files: "notes/*.md", template: form.md}}\n',
      'form.md': '# [N]\n\n## A\n',
      'notes/a.md': '# A\n',
      'packages/one/spec.config.yaml': '',
    })
    expect((await spec(root, ['mv', 'notes/a.md', 'packages/one/a.md'])).stderr).toMatchInlineSnapshot(`
      "note: No kind claims "packages/one/a.md": it is checked only where it is named, and counts as no note any more
      "
    `)
  })

  test('is moved without git, and a word on its index', async () => {
    const root = repository({'spec.config.yaml': '', 'specs/a.md': sound})
    const told = await spec(root, ['mv', 'specs/a.md', 'specs/b.md'], {env: {PATH: '/nowhere', SPEC_NO_CACHE: '1'}})
    expect(told).toMatchInlineSnapshot(`
      {
        "status": 0,
        "stderr": "note: git's index was not looked at, the move is one of files only. git was not found: nothing is known of the author, the remote and the history
      ",
        "stdout": "Moved specs/a.md to specs/b.md
        0 citations of it in 0 other documents written anew
      ",
      }
    `)
  })

  test('stays at its new place where another one has taken the old one meanwhile', async () => {
    const root = folder({'spec.config.yaml': '', 'specs/a.md': sound})
    const workspace = await openWorkspace({root, cwd: root})
    const plan = await plannedMove(workspace, 'specs/a.md', 'specs/b.md')
    // Two others are faster: one has changed the document, one has put a new one in its place.
    writeFileSync(join(root, 'specs/a.md'), 'theirs\n')
    const move: typeof workspace.move = async (from, to) => {
      const moved = await workspace.move(from, to)
      writeFileSync(join(root, 'specs/a.md'), 'a new one\n')
      return moved
    }
    await expect(
      allOrNothing(stepsOf(plan, {...workspace, move}, path => path)),
    ).rejects.toThrowErrorMatchingInlineSnapshot(
      `[UsageError: "specs/b.md" was not written: "specs/a.md" exists already]`,
    )
    await workspace.close()
    expect(readFileSync(join(root, 'specs/a.md'), 'utf8')).toBe('a new one\n')
    expect(readFileSync(join(root, 'specs/b.md'), 'utf8')).toBe('theirs\n')
  })
})

describe('documents that are migrated', () => {
  const TABLE = '| Document Metadata | Details |\n| --- | --- |\n| Author(s) | Ada |\n| Status | Draft (WIP) |\n\n'
  const OLD = `# Seats Technical Design Document / RFC\n\n${TABLE}## 8. Migration, Rollout, and Testing\n\nOne region a day.\n`

  test('in a workspace below are told with paths of the one that was asked', async () => {
    const root = repository({
      'spec.config.yaml': '',
      'packages/one/spec.config.yaml': '',
      'packages/one/specs/a.md': OLD,
    })
    const {stdout} = await spec(root, ['migrate', 'packages/one/specs', '--to', '2'])
    expect(stdout).toContain('packages/one/specs/a.md: version 1 to 2\n')
  })

  test('are cited by others, of which those that cannot be read are told where they may be written', async () => {
    const citing = `# B\n\n[a](a.md#seats-technical-design-document--rfc) and [gone](../gone/x.md#y)\n`
    const root = repository({
      'spec.config.yaml': '',
      'specs/a.md': OLD,
      'specs/b.md': citing,
      'specs/bin.md': Uint8Array.of(0xff),
      'docs/bin.md': Uint8Array.of(0xff),
    })
    const {stderr} = await spec(root, ['migrate', 'specs/a.md', '--to', '2'])
    expect(stderr).toMatchInlineSnapshot(`
      "note: "specs/bin.md" was not looked at, and may cite what is migrated: Expected UTF-8, unexpected byte 0xff in line 1
      "
    `)
    expect(readFileSync(join(root, 'specs/b.md'), 'utf8')).toBe(citing)
  })

  test('are those of the kinds that have the version, where none was named', async () => {
    const root = repository({
      'spec.config.yaml': 'kinds: {note: {files: "notes/*.md", template: form.md}}\n',
      'form.md': '# [N]\n\n## A\n',
      'notes/a.md': '# A\n',
      'specs/a.md': OLD,
    })
    expect(await spec(root, ['migrate', '--to', '2'])).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('Migrated 1 document to version 2\n'),
    })
  })
})

describe('a new document', () => {
  test('for which research cannot be read says so', async () => {
    const root = repository({
      'spec.config.yaml': '',
      'research/2026-01-10-full-text-search.md': `# Full-text search\n\n${'>'.repeat(200)} a\n`,
    })
    const line = ['scaffold', 'Full-text search', '--dry-run', '--date', '2026-01-15']
    expect((await spec(root, line)).stderr).toMatchInlineSnapshot(`
      "note: research/2026-01-10-full-text-search.md was left out: its quotes and lists nest deeper than 100 levels
      note: No research matches the title (0 of 1), so none is cited: --research names it, --no-research tells why there is none
      Would write specs/2026-01-15-full-text-search.md

      Filled in
        title   Full-text search (the argument)
        author  Ada Example (git user.name)
        status  Draft (WIP) (the first status of the template)
        owner   TBD (nothing: no CODEOWNERS, no remote, and there is no --owner)
        dates   2026-01-15 (--date)

      No research fits
      Left out
        11.7   research/2026-01-10-full-text-search.md
               recent: Full (file name, topic, title), text (file name, topic, title),
               search (file name, topic, title)

      Next
        22 parts still to be filled in.
        1. Fill in the owner in the table (--owner next time).
        2. Fill in specs/2026-01-15-full-text-search.md: every TBD, and the labels,
           tables and diagrams that are blank.
        3. See what is left: spec lint specs/2026-01-15-full-text-search.md
      "
    `)
  })

  test('for which no research fits says so, and what is wrong with it', async () => {
    const root = repository({
      'spec.config.yaml': 'kinds: {rfc: {schema: team.json}}\n',
      'team.json': JSON.stringify({
        $ref: 'specwright:rfc',
        $defs: {
          tall: {severity: 'error', message: 'Too few headings', properties: {outline: {minItems: 99}}},
          wide: {
            severity: 'error',
            message: 'Too few words',
            help: 'Write more',
            properties: {outline: {minItems: 98}},
          },
        },
      }),
      'research/2026-01-10-printers.md': '# Printers\n',
    })
    expect(
      (await spec(root, ['scaffold', 'Full-text search', '--dry-run', '--date', '2026-01-15'])).stderr,
    ).toMatchInlineSnapshot(`
      "note: No research matches the title (0 of 1), so none is cited: --research names it, --no-research tells why there is none
      Would write specs/2026-01-15-full-text-search.md

      Filled in
        title   Full-text search (the argument)
        author  Ada Example (git user.name)
        status  Draft (WIP) (the first status of the template)
        owner   TBD (nothing: no CODEOWNERS, no remote, and there is no --owner)
        dates   2026-01-15 (--date)

      Next
        21 parts still to be filled in.
        Too few headings.
        Too few words. Write more.
        1. Fill in the owner in the table (--owner next time).
        2. Fill in specs/2026-01-15-full-text-search.md: every TBD, and the labels,
           tables and diagrams that are blank.
        3. See what is left: spec lint specs/2026-01-15-full-text-search.md
      "
    `)
  })
})

test('a document outside of the repository has its whole path in a report for its host', async () => {
  const root = repository({'spec.config.yaml': ''})
  const other = folder({'a.md': faulty})
  const {stdout} = await spec(root, ['lint', join(other, 'a.md'), '--format', 'gitlab'])
  expect(JSON.parse(stdout)).toMatchObject([{check_name: 'unknown-status', location: {path: join(other, 'a.md')}}])
})
