import {mkdirSync, readFileSync, symlinkSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {linksAmong} from '../../src/commands/support/migrate/refusals.js'
import {textsRead} from '../../src/commands/support/texts.js'
import {faulty, sound} from '../cli/documents.js'
import {spec} from '../cli/support.js'
import {folder, repository} from '../support/folders.js'

const DEEP = `# Deep\n\n## Open Questions\n\n${'>'.repeat(200)} Why?\n`

describe('citations that were asked for', () => {
  const FILES = {
    'spec.config.yaml': '',
    'specs/a.md': '# A\n\n[b](./b.md) and [gone](./gone.md).\n',
    'specs/b.md': '# B\n\n[a](./a.md)\n',
  }

  test('leave out the documents that have none of them', async () => {
    const {status, stdout} = await spec(folder(FILES), ['citations', '--wrong'])
    expect(status).toBe(0)
    expect(stdout).toMatchInlineSnapshot(`
      "specs/a.md
        3  spec  ./gone.md  missing

      1 citation in 2 documents: 1 wrong.
      "
    `)
    expect((await spec(folder(FILES), ['citations'])).stdout).toContain('specs/b.md')
  })

  test('of research lead nowhere by their letters alone, or are no path at all', async () => {
    const root = repository({
      'spec.config.yaml': 'research: [research, notes]\n',
      'research/2026-01-01-r.md': '# R\n',
      'specs/a.md': '# A\n\n[r](../research/2026-01-01-r.md), [s](../research/2026-01-01-r.md#none)\n',
      'specs/b.md': '# B\n\n[r](../research/2026-01-01-r.md)\n\n`r.md` and `../../elsewhere/research/x.md`\n',
      'notes/r.md': '# R\n',
      'research/r.md': '# R\n',
    })
    expect((await spec(root, ['citations', '--research'])).stdout).toMatchInlineSnapshot(`
      "notes/r.md
        cited by nobody

      research/2026-01-01-r.md
        specs/a.md: 3, 3 → #none
        specs/b.md: 3

      research/r.md
        cited by nobody

      3 research documents, 1 cited.
      "
    `)
  })
})

describe('questions', () => {
  const RESEARCH = 'research/2026-01-11-printers.md'
  const FILES = {
    'spec.config.yaml': '',
    [RESEARCH]:
      '# Printers\n\n## Open Questions\n\n- Who refills the toner cartridges on Mondays?\n- Which rooms lack a printer of their own?\n',
    'research/deep.md': DEEP,
    'specs/a.md': `# Upload limits\n\nSee [printers](../${RESEARCH}).\n\n## 9. Open Questions / Unresolved Issues\n\n- [ ] Who refills the toner cartridges on Mondays?\n`,
  }

  test('of research that is mentioned only are counted, where one of them is taken up', async () => {
    const {stdout} = await spec(folder(FILES), ['questions', 'specs'])
    expect(stdout).toMatchInlineSnapshot(`
      "specs/a.md
        research/2026-01-11-printers.md
        5  open      Who refills the toner cartridges on Mondays?
                     line 7 in "9. Open Questions / Unresolved Issues" (100 % alike)
        1 more question of it, and it is mentioned only (--all)

      1 question in 1 document: 1 open. 1 more question of research that is mentioned
      only.
      "
    `)
  })

  test('that research asks are told with why they could not be read', async () => {
    const {stdout, status} = await spec(folder(FILES), ['questions', 'research/deep.md', '--format', 'json'])
    expect(status).toBe(2)
    expect(JSON.parse(stdout).research).toMatchInlineSnapshot(`
      [
        {
          "path": "research/deep.md",
          "questions": [],
          "reason": "its quotes and lists nest deeper than 100 levels",
        },
      ]
    `)
  })
})

describe('research', () => {
  test('that is too deep is left out, with a note', async () => {
    const root = folder({'spec.config.yaml': '', 'research/a.md': '# A\n', 'research/deep.md': DEEP})
    const {status, stdout, stderr} = await spec(root, ['research', '--format', 'json'])
    expect([status, stderr]).toMatchInlineSnapshot(`
      [
        0,
        "note: research/deep.md was left out: its quotes and lists nest deeper than 100 levels
      ",
      ]
    `)
    expect(JSON.parse(stdout).documents.map(({path}: {path: string}) => path)).toEqual(['research/a.md'])
  })
})

describe('a page that keeps a list', () => {
  test('is not written through a link', async () => {
    const root = folder({'spec.config.yaml': '', 'specs/a.md': sound, 'docs/page.md': '# Page\n'})
    symlinkSync('docs/page.md', join(root, 'README.md'))
    const told = await spec(root, ['list', '--write', 'README.md', '--append'])
    expect(told).toMatchInlineSnapshot(`
      {
        "status": 2,
        "stderr": "spec: "README.md" was not written: "README.md" is a link, and links are not written through: nothing was written
      ",
        "stdout": "",
      }
    `)
    expect(readFileSync(join(root, 'docs/page.md'), 'utf8')).toBe('# Page\n')
  })
})

describe('several arguments', () => {
  test('may stand beside standard input', async () => {
    const root = folder({'spec.config.yaml': '', 'specs/a.md': sound, 'specs/b.md': sound})
    const {stdout, status} = await spec(
      root,
      ['lint', 'specs/a.md', '-', '--stdin-filename', 'specs/b.md', '--format', 'json'],
      {input: faulty},
    )
    expect(status).toBe(1)
    expect(JSON.parse(stdout).files.map(({path, messages}: never) => [path, (messages as []).length])).toEqual([
      ['specs/a.md', 0],
      ['specs/b.md', 1],
    ])
  })

  test('of threads contradict each other', async () => {
    expect(await spec(folder({'specs/a.md': sound}), ['lint', '--threads', '0', '--timeout', '5'])).toEqual({
      status: 2,
      stdout: '',
      stderr:
        'spec: Unexpected --timeout beside --threads 0, expected one of them: without threads no time is limited\n',
    })
  })
})

describe('standard input that is to be mended', () => {
  test('is printed as it is where nothing is found, and not at all where it cannot be read', async () => {
    const root = folder({'spec.config.yaml': ''})
    const line = ['lint', '-', '--stdin-filename', 'specs/a.md', '--fix']
    expect(await spec(root, line, {input: sound})).toMatchObject({status: 0, stdout: sound})
    expect(await spec(root, line, {input: Uint8Array.of(0xff)})).toMatchInlineSnapshot(`
      {
        "status": 2,
        "stderr": "not checked: Expected UTF-8, unexpected byte 0xff in line 1
        ┌─ specs/a.md

      Mended nothing.
      1 file could not be checked.
      ",
        "stdout": "",
      }
    `)
  })

  test('may be mended without a baseline', async () => {
    const root = folder({'spec.config.yaml': '', 'specs/a.md': sound.replace('- [ ] Which', '-   [ ] Which')})
    expect((await spec(root, ['lint', '--fix', '--no-baseline'])).status).toBe(0)
  })
})

describe('texts that a run has read', () => {
  test('are not taken from a folder that stands in their place', () => {
    const root = folder({'a.md': 'first'})
    const texts = textsRead(() => true, 3)
    texts.add(join(root, 'a.md'), 'first')
    texts.add(join(root, 'b.md'), 'second')
    expect(texts.get(join(root, 'a.md'))).toBe('first')
    writeFileSync(join(root, 'c.md'), '')
    const other = folder()
    const kept = textsRead(() => true, 3)
    kept.add(join(other, 'a.md'), 'first')
    kept.add(join(other, 'b.md'), 'second')
    mkdirSync(join(other, 'a.md'))
    expect(kept.get(join(other, 'a.md'))).toBeUndefined()
  })

  test('are shown of large documents too, of which not all are kept', async () => {
    const long = `# A\n\n${'word '.repeat(200_000)}\n\n[gone](./gone.md)\n`
    const names = ['a', 'b', 'c', 'd', 'e', 'f']
    const root = folder(Object.fromEntries(names.map(name => [`specs/${name}.md`, long])))
    const {stdout} = await spec(root, ['lint', '--rule', 'dead-citation:error', '--threads', '0'])
    expect(stdout.match(/^ *5 │ \[gone\]\(\.\/gone\.md\)$/gm)).toHaveLength(6)
  })
})

describe('links among files to be written', () => {
  test('are told, what is gone is not', async () => {
    const root = folder({'a.md': ''})
    symlinkSync('a.md', join(root, 'b.md'))
    expect(await linksAmong(['a.md', 'b.md', 'gone.md'], {root}, path => path)).toEqual([
      '"b.md" is a link, and links are not written through: name the file that it leads to',
    ])
  })
})
