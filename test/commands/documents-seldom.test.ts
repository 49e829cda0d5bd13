import {readFileSync, symlinkSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {sound} from '../cli/documents.js'
import {spec} from '../cli/support.js'
import {bareEnvironment, folder, repository} from '../support/folders.js'

const RESEARCH =
  '# Research: Search\n\n## Findings\n\nText.\n\n## Open Questions\n\n- Which one?\n- ~~Which other?~~ None.\n'
const env = {...bareEnvironment(), NO_COLOR: '1', SOURCE_DATE_EPOCH: String(Date.UTC(2026, 0, 31) / 1000)}
const on = (files: Record<string, string | Uint8Array>, ...argv: string[]) => spec(folder(files), argv, {env})

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
