import {describe, expect, test} from 'vitest'
import {hasPlace} from '../../src/scaffold/address.js'
import {carry, type Ground} from '../../src/scaffold/carry.js'
import {fromCwd, fromRoot} from '../../src/scaffold/paths.js'
import {spec} from '../cli/support.js'
import {bareEnvironment, folder} from '../support/folders.js'

describe('places', () => {
  test('of folders and of files of unknown length have no lines', () => {
    expect(hasPlace('src', {type: 'folder'}, {path: 'src', anchor: 'a'} as never)).toBe(false)
    expect(hasPlace('a.md', {type: 'file'}, {path: 'a.md', lastLine: 3} as never)).toBe(false)
    expect(hasPlace('a.md', {type: 'file', lines: 3}, {path: 'a.md', lastLine: 3} as never)).toBe(true)
    expect(hasPlace('a.ts', {type: 'file'}, {path: 'a.ts', lastLine: 3} as never)).toBe(true)
  })

  test('are typed from the top of all, and with the signs of Windows', () => {
    expect(fromRoot({root: '/', cwd: '/x'}, 'a.md')).toBe('x/a.md')
    expect(fromCwd({root: '/', cwd: '/x'}, 'x/a.md')).toBe('a.md')
    const windows = {root: 'C:\\work', cwd: 'C:\\work\\specs'}
    expect(fromRoot(windows, 'a.md')).toBe('specs/a.md')
    expect(fromRoot(windows, '..\\b.md')).toBe('b.md')
    expect(fromRoot(windows, '..\\..\\c.md')).toBeUndefined()
    expect(fromCwd(windows, 'b.md')).toBe('../b.md')
    expect(fromRoot(windows, 'a\0')).toBeUndefined()
  })
})

describe('what is carried over', () => {
  const ground: Ground = {
    from: 'research/a.md',
    to: 'specs/x.md',
    documents: ['research/a.md'],
    folders: ['specs', 'research'],
    entry: () => ({type: 'file', lines: 9, anchors: []}),
  }

  test('keeps pictures of the web, links without words, and addresses in quotation marks', () => {
    expect(carry('![a](https://example.org/a.png)', ground)).toBe('![a](https://example.org/a.png)')
    expect(carry('![a](a.png)', ground)).toBe('![a](../research/a.png)')
    expect(carry('[](a.md)', ground)).toBe('[](../research/a.md)')
    expect(carry('See "www.example.org" and *that*.', ground)).toBe('See "www.example.org" and *that*.')
    expect(carry('One\\\ntwo', ground)).toContain('One')
  })
})

describe('spec scaffold', () => {
  const env = {...bareEnvironment(), NO_COLOR: '1', SOURCE_DATE_EPOCH: String(Date.UTC(2026, 0, 31) / 1000)}
  const files = (count: number) =>
    Object.fromEntries(Array.from({length: count}, (_, index) => [`src/f${index}.ts`, 'x\n']))
  const cites = (count: number) =>
    `# Disks\n\n${Array.from({length: count}, (_, index) => `See \`src/f${index}.ts\`.\n`).join('\n')}`

  test('lists so many files of code, and how many more there are', async () => {
    const {stdout, status} = await spec(
      folder({...files(24), 'research/disks.md': cites(24)}),
      ['scaffold', 'Disks', '--dry-run'],
      {env},
    )
    expect(status).toBe(0)
    expect(stdout).toContain('and 4 more')
    expect(stdout).toContain('Code that it cites (24)')
  })

  test('names folders of research that are not here, or hold nothing', async () => {
    const config = 'research:\n  - {path: private, untracked: true}\n  - research\n'
    const away = await spec(folder({'spec.config.yaml': config, 'research/a.md': '# A\n'}), ['scaffold', 'X'], {env})
    expect(away.stderr).toContain('The research folder "private" is not here')
    const empty = await spec(
      folder({'spec.config.yaml': 'ignore: [research/**]\n', 'research/a.md': '# A\n'}),
      ['scaffold', 'X', '--research', 'research/'],
      {env},
    )
    expect(empty.stderr).toBe('spec: No documents to check in "research/"\n')
  })

  test('takes what is named twice once', async () => {
    const root = folder({'research/a.md': '# Disks\n'})
    const {stdout} = await spec(
      root,
      ['scaffold', 'Disks', '--research', 'research/', '--research', 'research/', '--format', 'json', '--dry-run'],
      {env},
    )
    expect(JSON.parse(stdout).research).toHaveLength(1)
  })
})
