import {readFileSync, symlinkSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {layoutOf} from '../../src/commands/support/list/layout.js'
import {paintOf} from '../../src/commands/support/list/paint.js'
import {sumLines} from '../../src/commands/support/list/sum.js'
import {migrationText} from '../../src/commands/support/migrate/text.js'
import {paletteOf} from '../../src/commands/support/palette.js'
import {problemsText} from '../../src/commands/support/problems.js'
import {fateWords} from '../../src/commands/support/questions/words.js'
import type {Listed} from '../../src/listing/index.js'
import {plainPalette} from '../../src/reporters/index.js'
import {sound} from '../cli/documents.js'
import {spec} from '../cli/support.js'
import {folder, repository} from '../support/folders.js'

const RESEARCH =
  '# Research: Search\n\n## Findings\n\nText.\n\n## Open Questions\n\n- Which one?\n- ~~Which other?~~ None.\n'
const env = {...process.env, NO_COLOR: '1', SOURCE_DATE_EPOCH: String(Date.UTC(2026, 0, 31) / 1000)}
const on = (files: Record<string, string | Uint8Array>, ...argv: string[]) => spec(folder(files), argv, {env})

describe('threads', () => {
  const run = (...options: string[]) => on({'specs/a.md': sound}, 'lint', ...options)

  test('are as many, and wait as long, as was asked', async () => {
    expect((await run('--threads', '2', '--timeout', '2.5')).status).toBe(0)
    expect((await run('--threads', '0')).status).toBe(0)
  })

  test('of another number are refused', async () => {
    const told = async (...options: string[]) => (await run(...options)).stderr.split('\n')[0]
    for (const value of ['65', '-1', 'x'])
      expect(await told(`--threads=${value}`)).toBe(
        `spec: Unexpected value "${value}" of --threads, expected a number from 0 to 64`,
      )
    for (const value of ['0', 'x', '1e3'])
      expect(await told(`--timeout=${value}`)).toBe(
        `spec: Unexpected value "${value}" of --timeout, expected a number of seconds such as 10`,
      )
  })
})

describe('colours', () => {
  test('are around no empty text', () => {
    const {error} = paletteOf(true)
    expect(error('')).toBe('')
    expect(error('x')).toContain('x')
    expect(error('x')).not.toBe('x')
    expect(paletteOf(false).error('x')).toBe('x')
  })

  test('of a list tell what is wrong, settled and over', () => {
    const marked = {...plainPalette}
    for (const name of ['error', 'warning', 'info', 'strong', 'quiet', 'good'] as const)
      marked[name] = text => `${name}(${text})`
    const statuses = [
      {name: 'Draft', short: 'Draft', aliases: [], next: ['Done']},
      {name: 'Done', short: 'Done', aliases: [], approved: true},
      {name: 'Old', short: 'Old', aliases: [], superseded: true},
      {name: 'End', short: 'End', aliases: [], next: []},
    ]
    const entry = (more: Partial<Listed> = {}): Listed => ({path: 'a.md', kind: 'rfc', statuses, ...more})
    const status = (name: string, more: Partial<Listed> = {}) =>
      paintOf('status', entry({status: {value: name, name, known: true}, ...more}), marked)('x')
    expect(['Draft', 'Done', 'Old', 'End', 'Else', ''].map(name => status(name))).toEqual([
      'x',
      'good(x)',
      'quiet(x)',
      'quiet(x)',
      'warning(x)',
      'x',
    ])
    expect(status('Else', {statuses: []})).toBe('x')
    expect(paintOf('status', entry(), marked)('x')).toBe('x')
    const counts = (errors: number) => ({errors, warnings: errors, infos: 0})
    for (const [name, paint] of [
      ['errors', 'error'],
      ['warnings', 'warning'],
    ] as const) {
      expect(paintOf(name, entry({messages: counts(1)}), marked)('1')).toBe(`${paint}(1)`)
      expect(paintOf(name, entry({messages: counts(0)}), marked)('0')).toBe('0')
    }
    expect(paintOf('wrong', entry({citations: {all: 1, wrong: 1}}), marked)('1')).toBe('warning(1)')
    expect(paintOf('open', entry({questions: 1}), marked)('1')).toBe('info(1)')
    const unread = entry({reason: 'gone'})
    expect((['status', 'path', 'open'] as const).map(name => paintOf(name, unread, marked)('x'))).toEqual([
      'error(x)',
      'strong(x)',
      'x',
    ])
  })
})

describe('a list', () => {
  test('of no document is its sum, and says what is without a status', async () => {
    expect(sumLines([], {all: 3})).toEqual(['0 of 3 documents.'])
    expect(sumLines([{path: 'a.md', kind: 'note', statuses: []}], {all: 1})).toEqual([
      '1 document: 1 without a status. 0 errors, 0 warnings.',
    ])
    const {stdout} = await on({'specs/a.md': sound}, 'list', '--status', 'approved')
    expect(stdout).toBe('0 of 1 document.\n')
  })

  test('without paths gives them no room', () => {
    const layout = layoutOf(['kind', 'owner'], {natural: () => 30, dispensable: ['owner'], columns: 40})
    expect(layout.names).toEqual(['kind', 'owner'])
  })

  test('is written where it can be, and a page with several lists is left alone', async () => {
    const files = {'specs/a.md': sound, 'spec.config.yaml': ''}
    const told = async (more: Record<string, string | Uint8Array>, ...options: string[]) => {
      const {stdout, stderr, status} = await on({...files, ...more}, 'list', ...options)
      return [status, (stdout + stderr).split('\n')[0]]
    }
    expect(await told({}, '--append')).toEqual([
      2,
      'spec: Unexpected --append without --write, expected a page to write to',
    ])
    expect(await told({}, '--check')).toEqual([
      2,
      'spec: Unexpected --check without --write, expected a page to write to',
    ])
    expect(await told({'README.md': Uint8Array.of(0xff)}, '--write', 'README.md')).toEqual([
      2,
      'spec: "README.md" cannot be read: Expected UTF-8, unexpected byte 0xff in line 1',
    ])
    const list = '<!-- spec-list: begin -->\n<!-- spec-list: end -->\n'
    expect(await told({'README.md': `# R\n\n${list}\n${list}`}, '--write', 'README.md', '--columns', 'path')).toEqual([
      2,
      'spec: "README.md" was not written: it keeps 2 lists: change what the marker of one says in the page itself',
    ])
    expect((await told({}, '--write', 'README.md', '--check'))[0]).toBe(1)
  })

  test('is put behind a last line that ends, or does not', async () => {
    for (const text of ['# R\n\nWords.', '# R\n\nWords.\n']) {
      const root = folder({'specs/a.md': sound, 'README.md': text})
      expect((await spec(root, ['list', '--write', 'README.md', '--append'], {env})).status).toBe(0)
      expect(readFileSync(join(root, 'README.md'), 'utf8')).toMatch(/^# R\n\nWords\.\n\n?<!-- spec-list: begin/)
    }
  })

  test('tells of what cannot be read in it, and ends with 2', async () => {
    const root = folder({'specs/a.md': sound, 'specs/b.md': Uint8Array.of(0xff)})
    const {status, stdout, stderr} = await spec(root, ['list', '--write', 'README.md'], {env})
    expect(status).toBe(2)
    expect(stdout).toBe('Made README.md: 2 documents\n')
    expect(stderr).toContain('"specs/b.md" cannot be read: Expected UTF-8')
  })
})

describe('the fate of a question', () => {
  const place = {start: {line: 7, column: 1, offset: 0}, end: {line: 7, column: 2, offset: 1}}
  const entry = {research: 'r.md', line: 3, text: 'x', id: '01234567', position: place}

  test('is told in words', () => {
    expect(fateWords({...entry, fate: 'vanished'} as never)).toBe('neither its words nor its id are there')
    expect(fateWords({...entry, fate: 'open', place, by: 'id'} as never)).toBe('line 7 (by its id)')
    expect(
      fateWords({
        ...entry,
        fate: 'moved',
        place,
        role: 'goals',
        heading: '3.1 Goals',
        by: 'words',
        score: 0.666,
      } as never),
    ).toBe('a goal, line 7 in "3.1 Goals" (67 % alike)')
    expect(fateWords({...entry, fate: 'unclear', reason: 'later'} as never, 'specs/a.md')).toBe(
      'specs/a.md, it is newer than the document',
    )
    expect(fateWords({...entry, fate: 'unclear', reason: 'near', place, score: 0.3} as never, 'specs/a.md')).toBe(
      'nothing is near enough; nearest: specs/a.md:7 (30 % alike)',
    )
  })
})

describe('a migration', () => {
  const page = {palette: plainPalette, columns: 200, written: false, show: (path: string) => path}
  const migration = (more: object) => ({ok: true, from: 1, parts: [], left: [], text: 'x', edits: [], ...more})
  const run = (more: object) =>
    migrationText({version: 2, documents: [], unread: [], files: [], left: [], ...more} as never, page).split('\n')

  test('tells of each part what became of it', () => {
    const parts = [
      {change: 'kept', part: 'section', name: 'Plan', to: '8. Plan'},
      {change: 'renamed', part: 'row', name: 'Owner', to: 'Team'},
      {change: 'added', part: 'section', name: 'Risks'},
      {change: 'optional', part: 'row', name: 'Reviewers', reason: 'there is no place for it'},
      {change: 'optional', part: 'row', name: 'Sponsor'},
    ]
    const lines = run({documents: [{path: 'a.md', migration: migration({parts}), before: 'x', after: 'y'}]})
    expect(lines).toContain('  kept "Plan", now "8. Plan"')
    expect(lines).toContain('  renamed row "Owner" to "Team"')
    expect(lines).toContain('  added "Risks" (to be filled in)')
    expect(lines).toContain('  not added row "Reviewers" (there is no place for it)')
    expect(lines).toContain('Version 2 may also have the row "Sponsor": 1 document without it')
  })

  test('tells of what cites it, and what is left', () => {
    const rewritten = [{line: 3, of: 'a.md', from: 'plan', to: '8-plan'}]
    const left = [
      {path: 'b.md', line: 4, text: '#plan', of: 'a.md'},
      {path: 'a.md', line: 5, text: '§8', of: 'a.md', to: '9'},
    ]
    const lines = run({files: [{path: 'b.md', rewritten}], left})
    expect(lines).toContain('b.md:3: would cite #8-plan of a.md, not #plan')
    expect(lines).toContain('b.md:4: look at #plan, which is called otherwise now in a.md')
    expect(lines).toContain('a.md:5: look at §8, which is "9" now')
  })

  test('counts those that are left as they are', () => {
    const refused = {path: 'a.md', migration: {ok: false, reason: 'No', from: 1}}
    expect(run({documents: [refused]}).at(-2)).toContain('1 left as it is')
    expect(run({documents: [refused, {...refused, path: 'b.md'}]}).at(-2)).toContain('2 left as they are')
  })
})

test('a schema without problems has no text, and a problem elsewhere no lines', async () => {
  const context = {columns: 80, colour: false, tool: {name: 'specwright', version: '0'}}
  const workspace = {root: '/r', cwd: '/r'}
  const told = (problems: object[]) =>
    problemsText(problems as never, {text: 'one\ntwo\n', path: 'a.json'}, workspace as never, context as never)
  const range = {start: {line: 2, column: 1, offset: 4}, end: {line: 2, column: 4, offset: 7}}
  const problem = {severity: 'error', reason: 'Wrong', range}
  expect(told([])).toBe('')
  expect(told([problem])).toContain('two')
  expect(told([{...problem, path: 'b.json'}])).not.toContain('two')
})

describe('explain', () => {
  test('shows each rule with what it says, and of none without a word', async () => {
    const {rules} = JSON.parse((await on({}, 'rules', '--format', 'json')).stdout)
    const ids = rules.map(({id}: {id: string}) => id)
    expect(ids.length).toBeGreaterThan(60)
    for (const id of ids) {
      const {stdout, status} = await on({}, 'explain', id)
      expect([id, status]).toEqual([id, 0])
      expect(stdout.startsWith(`${id}: `)).toBe(true)
      expect(stdout).toMatch(/It fires on|was not measured/)
    }
  })
})

describe('config', () => {
  test('tells of versions and of several templates', async () => {
    const config = 'kinds:\n  rfc: {version: 2}\n  adr: {files: "adr/*.md", template: [a.md, b.md]}\n'
    const form = (version: number) => `<!-- spec-template\nkind: adr\nversion: ${version}\n-->\n\n# [Title]\n\n## A\n`
    const files = {'spec.config.yaml': config, 'a.md': form(2), 'b.md': form(1), 'adr/x.md': '# X\n'}
    const {stdout, status} = await on(files, 'config')
    expect(status).toBe(0)
    expect(stdout).toMatch(/kinds\/rfc\/version +2 /)
    expect(stdout).toMatch(/kinds\/adr\/template +a\.md, b\.md/)
  })

  test('tells a rule of a document that no kind claims as of an RFC', async () => {
    const {stdout} = await on({'spec.config.yaml': '', 'notes/a.md': '# A\n'}, 'config', 'notes/a.md', 'residue')
    expect(stdout).toMatch(/kind +none claims it/)
    expect(stdout).toMatch(/rules\/residue/)
  })
})

describe('citations', () => {
  const files = {
    'research/a.md': RESEARCH,
    'specs/a.md': sound.replace(
      'A paper card',
      'See [a](../research/a.md:3-5), [a](../research/a.md#findings), [a](../research/a.md), Section 3, and [none](../research/none.md). A paper card',
    ),
    'specs/b.md': Uint8Array.of(0xff),
  }

  test('of documents that cannot be read are told, in every form', async () => {
    const {stdout, status} = await on(files, 'citations')
    expect(status).toBe(2)
    expect(stdout).toContain('not read: Expected UTF-8, unexpected byte 0xff in line 1')
    expect((await on({'specs/b.md': Uint8Array.of(0xff)}, 'citations', '--format', 'json')).status).toBe(2)
    expect(JSON.parse((await on({}, 'citations', '--format', 'json')).stdout)).toMatchObject({files: []})
  })

  test('of research are told by who cites it, and where', async () => {
    const {stdout} = await on(files, 'citations', '--research')
    expect(stdout).toContain('lines 3-5')
    expect(stdout).toContain('#findings')
    expect(stdout).toContain('research/none.md')
    const {stdout: json} = await on(files, 'citations', '--research', '--format', 'json')
    expect(JSON.parse(json).research.map(({path}: {path: string}) => path)).toEqual([
      'research/a.md',
      'research/none.md',
    ])
  })
})

describe('questions', () => {
  const files = {
    'research/a.md': RESEARCH,
    'research/deep.md': `## Open Questions\n\n${'>'.repeat(200)}\n`,
    'research/alone.md': '# R\n\n## Open Questions\n\n- Who waits?\n',
    'specs/a.md': sound.replace('A paper card', 'See [a](../research/a.md). A paper card'),
    'specs/c.md': sound.replace('A paper card', 'See [a](../research/a.md). A paper card'),
    'specs/b.md': Uint8Array.of(0xff),
  }

  test('of research that is too deep, or that no spec takes up, are told', async () => {
    const {stdout} = await on(files, 'questions', 'research/a.md', 'research/deep.md', 'research/alone.md')
    expect(stdout).toContain('not read:')
    expect(stdout).toContain('no spec cites the research')
    expect(stdout).not.toContain('Which other')
    const all = await on(files, 'questions', 'research/a.md', '--all')
    expect(all.stdout).toContain('specs/a.md')
    const open = await on(files, 'questions', 'research/a.md', '--open', '--format', 'json')
    expect(open.status).toBe(2)
  })

  test('of specs that cannot be read are told as that', async () => {
    const {stdout, status} = await on(files, 'questions')
    expect(status).toBe(2)
    expect(stdout).toContain('not read: Expected UTF-8')
  })
})

describe('research', () => {
  test('without a topic, too deep, or of another shape, is told with what is known', async () => {
    const files = {
      'research/none.md': 'Words of disks.\n',
      'research/deep.md': '>'.repeat(200),
      'research/bad.md': '---\na: [\n---\n\n# Disks\n',
      'specs/a.md': Uint8Array.of(0xff),
    }
    const {stdout} = await on(files, 'research')
    expect(stdout).toContain('none')
    expect(stdout).toContain('frontmatter')
    const json = JSON.parse((await on(files, 'research', '--format', 'json')).stdout)
    expect(json.documents.find(({path}: {path: string}) => path === 'research/bad.md')).toHaveProperty(
      'frontmatterProblem',
    )
    const {stdout: query} = await on(files, 'research', 'disks')
    expect(query).toContain('match "disks", ')
  })
})

describe('status', () => {
  const draft = sound.replace('Draft (WIP)', 'Draft')

  test('is shown with a schema of one’s own, and as data', async () => {
    const schema = JSON.stringify({
      $ref: 'specwright:rfc',
      $defs: {never: {severity: 'error', message: 'No', help: 'Nobody can', required: ['nothing']}},
    })
    const files = {'specs/a.md': draft, 'team.json': schema}
    const {stdout} = await on(files, 'status', 'specs/a.md', '--schema', 'team.json')
    expect(stdout).toContain('never')
    const json = JSON.parse(
      (await on(files, 'status', 'specs/a.md', 'approved', '--schema', 'team.json', '--format', 'json')).stdout,
    )
    expect(json).toMatchObject({outcome: 'refused'})
    const forced = JSON.parse(
      (
        await on(
          files,
          'status',
          'specs/a.md',
          'in review',
          '--schema',
          'team.json',
          '--format',
          'json',
          '--force',
          'the board said so',
          '--dry-run',
        )
      ).stdout,
    )
    expect(forced).toMatchObject({outcome: 'dry-run', files: [{reason: 'the board said so'}]})
  })

  test('of a document without one is none, and stays so', async () => {
    const none = sound.replace('| Status | Draft (WIP) |\n', '')
    const {stdout} = await on({'specs/a.md': none, 'specs/b.md': sound}, 'status', 'specs/a.md', '--format', 'json')
    expect(JSON.parse(stdout)).toMatchObject({status: {known: false}})
  })
})

describe('mv', () => {
  test('says that another kind claims the new place, or none', async () => {
    const config = 'kinds: {adr: {files: "adr/*.md", template: t.md}}\n'
    const files = {
      'spec.config.yaml': config,
      't.md': '# [Title]\n\n## A\n',
      'adr/x.md': '# X\n',
      'specs/a.md': sound,
      'a.md': '# A\n',
    }
    const told = async (from: string, to: string) => (await on(files, 'mv', from, to)).stderr
    expect(await told('a.md', 'specs/b.md')).toContain('The kind of "specs/b.md" is rfc; it was none')
    expect(await told('specs/a.md', 'adr/')).toContain('The kind of "adr/a.md" is adr; it was rfc')
    expect(await told('specs/a.md', './')).toContain('exists')
    expect(await told('adr/x.md', './')).toContain('counts as no adr any more, expected a path like "adr/*.md"')
  })

  test('moves within a root that was named', async () => {
    const root = repository({'p/spec.config.yaml': '', 'p/specs/a.md': sound, 'specs/b.md': '[a](../p/specs/a.md)\n'})
    const {status} = await spec(root, ['mv', '--root', 'p', 'p/specs/a.md', 'p/specs/c.md'], {env})
    expect(status).toBe(0)
    expect(readFileSync(join(root, 'specs/b.md'), 'utf8')).toBe('[a](../p/specs/a.md)\n')
  })
})

describe('what is left out', () => {
  test('of a move is told as data, too', async () => {
    const files = {'specs/a.md': sound, 'specs/bad.md': Uint8Array.of(0xff)}
    const {stdout} = await on(files, 'mv', 'specs/a.md', 'specs/b.md', '--format', 'json')
    expect(JSON.parse(stdout).unread).toEqual([
      {path: 'specs/bad.md', reason: 'Expected UTF-8, unexpected byte 0xff in line 1'},
    ])
  })

  test('of questions is counted, and of several specs that but mention it', async () => {
    const mention = (title: string) =>
      sound.replace('# Search', `# ${title}`).replace('A paper card', 'See [a](../research/a.md). A paper card')
    const files = {
      'research/a.md': '# Otters\n\n## Open Questions\n\n- Which otter swims upstream in winter?\n',
      'specs/a.md': mention('Search'),
      'specs/b.md': mention('Finding'),
    }
    const {stdout} = await on(files, 'questions', 'research/a.md')
    expect(stdout.replace(/\s+/g, ' ')).toMatch(/Which otter swims/)
    expect((await on(files, 'questions', '--open')).status).toBe(0)
  })

  test('of a form with one version are all others', async () => {
    const files = {
      'spec.config.yaml': 'kinds: {adr: {files: "adr/*.md", template: t.md}}\n',
      't.md': '# [Title]\n\n## A\n',
    }
    const {stderr} = await on(files, 'scaffold', 'X', '--kind', 'adr', '--template-version', '7')
    expect(stderr).toContain('Unexpected version "7" of the form of "adr", expected 0')
    const {stdout} = await on({...files, 'sub/x': ''}, 'scaffold', 'X', '--root', '.')
    expect(stdout).toContain('--root .')
  })

  test('of research is what is nested too deep', async () => {
    const files = {'research/deep.md': `# Disks\n\n${'>'.repeat(200)} x\n`, 'research/a.md': '# Disks\n'}
    const {documents} = JSON.parse((await on(files, 'research', '--format', 'json')).stdout)
    expect(documents.map(({path}: {path: string}) => path)).toContain('research/a.md')
  })
})

describe('migrate', () => {
  test('tells of documents that cannot be read, of links, and as data', async () => {
    const root = folder({'specs/a.md': sound, 'specs/b.md': Uint8Array.of(0xff), 'notes/c.md': sound})
    symlinkSync('a.md', join(root, 'specs/link.md'))
    const {stdout} = await spec(root, ['migrate', '--to', '2', '--dry-run', '--format', 'json'], {env})
    expect(
      JSON.parse(stdout).documents.map(({path, outcome}: {path: string; outcome: string}) => [path, outcome]),
    ).toContainEqual(['specs/b.md', 'not-read'])
    const linked = await spec(root, ['migrate', '--to', '2', 'specs/link.md'], {env})
    expect(linked.stderr).toContain('"specs/link.md" is a link, and links are not written through')
    const named = await spec(root, ['migrate', '--to', '2', '--dry-run', 'notes/c.md'], {env})
    expect(named.stderr).toContain('"notes/c.md" belongs to no kind and does not say what it is: read as rfc')
    expect((await spec(root, ['migrate', '--to', '2', '--dry-run', '--kind', 'rfc', 'notes/c.md'], {env})).status).toBe(
      0,
    )
  })
})

describe('diffs', () => {
  test('of files above the working folder begin at the root', async () => {
    const root = folder({'spec.config.yaml': '', 'specs/a.md': sound.replace('Draft (WIP)', 'Draft'), 'below/x': ''})
    const {stdout, stderr} = await spec(join(root, 'below'), ['lint', '--fix', '--dry-run', '../specs/a.md'], {env})
    expect(stderr).toContain(`The paths of the diff begin at "${root}"`)
    expect(stdout).toContain('--- a/specs/a.md')
  })

  test('on a terminal give no orders', async () => {
    const text = sound.replace('Draft (WIP)', 'Draft').replace('Ada Example', 'Ada \u001b[31mExample')
    const root = folder({'specs/a.md': text})
    const shown = await spec(root, ['lint', '--fix', '--dry-run'], {env, isTTY: true, columns: 80})
    expect(shown.stdout).not.toContain('\u001b[31mExample')
    expect((await spec(root, ['lint', '--fix', '--dry-run'], {env})).stdout).toContain('\u001b[31mExample')
  })
})

describe('scaffold', () => {
  test('says that no research fits, and tells what was left out', async () => {
    const research = Object.fromEntries(
      Array.from({length: 14}, (_, index) => [
        `research/2026-01-${10 + index}-disks-${index}.md`,
        `# Disks ${index}\n\nDisks.\n`,
      ]),
    )
    expect((await on(research, 'scaffold', 'Otters')).stdout).not.toContain('Chose')
    const {stdout} = await on(research, 'scaffold', 'Disks')
    expect(stdout).toContain('Chose 5 research documents')
    expect(stdout).toContain('Left out')
    expect(stdout).toMatch(/and \d+ more that match less/)
  })

  test('refuses a version that the form does not have', async () => {
    expect((await on({}, 'scaffold', 'X', '--template-version', '7')).stderr).toContain(
      'Unexpected version "7" of the form of "rfc", expected one of 1, 2',
    )
  })
})
