import {chmodSync, existsSync, mkdirSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {causeOf} from '../../src/workspace/create.js'
import {decode, tooLarge} from '../../src/workspace/decode.js'
import {spotAt} from '../../src/workspace/entry.js'
import {foldersOf} from '../../src/workspace/folders.js'
import {failed} from '../../src/workspace/git/notes.js'
import {storeOf as storeAt} from '../../src/workspace/git/state.js'
import {ConfigError, WorkspaceError} from '../../src/workspace/index.js'
import {lessons} from '../../src/workspace/lessons.js'
import {appendText, openOutput, writeOutput} from '../../src/workspace/output.js'
import {locate} from '../../src/workspace/paths.js'
import {readBeginning, readBytes} from '../../src/workspace/read.js'
import {storeOf} from '../../src/workspace/store/index.js'
import {notListed} from '../../src/workspace/take.js'
import {spec} from '../cli/support.js'
import {folder, repository} from '../support/folders.js'
import {canDeny, unprivileged} from '../support/unprivileged.js'
import {open, openFolder} from './support.js'

describe('why something was not written', () => {
  test.each([
    ['EACCES', 'permission denied'],
    ['ENOSPC', 'no space is left'],
    ['EROFS', 'the file system is read-only'],
    ['ENAMETOOLONG', 'its name is too long'],
    ['ENOENT', 'a link on the way leads nowhere'],
    ['EIO', 'EIO'],
  ])('%s', (code, words) => {
    expect(causeOf(Object.assign(new Error(code), {code}))).toBe(words)
  })

  test('of an error without a code is not known', () => {
    expect(causeOf(new Error('x'))).toBe('unknown error')
  })
})

describe('bytes', () => {
  test('that are too many have their number, where it is known', () => {
    expect(tooLarge(5)).toMatchObject({code: 'too-large', reason: 'Unexpected size of more than 5 bytes'})
    expect(tooLarge(5, 6).reason).toBe('Unexpected size of 6 bytes, expected at most 5 bytes')
  })

  test('that are no UTF-8 are told by the first of them', () => {
    expect(decode(Buffer.from([0xef, 0xbf, 0xbd, 0x0a, 0xff]))).toMatchObject({
      reason: 'Expected UTF-8, unexpected byte 0xff in line 2',
    })
  })

  // Files of the system have no size, and hold something all the same.
  test.skipIf(!existsSync('/proc/self/limits'))('of a file that is longer than its size are read to the limit', () => {
    const root = realpathSync('/proc/self')
    const place = locate(root, 'limits')
    if (!place) throw new Error('there is no such place')
    const read = readBytes(root, place, 100_000)
    expect(read.ok && Buffer.from(read.bytes).toString()).toContain('Max')
    expect(readBytes(root, place, 10)).toEqual(tooLarge(10))
  })

  // The memory of a process has no first byte.
  test.skipIf(!existsSync('/proc/self/mem'))('of a file that the system cannot read are told by its word', async () => {
    const {read} = await open(folder())
    expect(await read('/proc/self/mem')).toEqual({
      ok: false,
      code: 'unreadable',
      reason: 'The file cannot be read (EIO)',
    })
  })

  test('of a file that has gone since it was listed are missing', () => {
    const root = folder()
    const place = locate(root, 'gone.md')
    if (!place) throw new Error('there is no such place')
    expect(readBeginning(root, place, 10, 100)).toMatchObject({ok: false, code: 'missing'})
  })
})

describe('places', () => {
  test('outside, or that no path names, hold nothing', async () => {
    const root = folder({'a.md': ''})
    const folders = foldersOf(root)
    expect(await spotAt(root, folders, 'a\0b')).toEqual({type: 'missing', linked: false, astray: false})
    expect(await spotAt(root, folders, '../a')).toEqual({type: 'outside', linked: false, astray: false})
    expect(await spotAt(root, folders, 'a.md/b')).toMatchObject({type: 'missing'})
    expect(await spotAt(root, folders, '')).toMatchObject({type: 'folder'})
  })
})

describe('reports', () => {
  const begins = /^\[/

  test('are written to no device, and to no name that is too long', async () => {
    const root = folder({'empty.md': ''})
    await expect(openOutput('/dev/null', begins)).rejects.toThrow(
      '"/dev/null" cannot be written: it is no regular file',
    )
    await expect(appendText('/dev/null', 'x')).rejects.toThrow('"/dev/null" cannot be written: it is no regular file')
    const long = join(root, 'x'.repeat(300))
    await expect(openOutput(long, begins)).rejects.toThrow('its name is too long')
    await expect(appendText(long, 'x')).rejects.toThrow('its name is too long')
    await appendText(join(root, 'empty.md'), 'one')
    await appendText(join(root, 'empty.md'), 'two')
    expect(readFileSync(join(root, 'empty.md'), 'utf8')).toBe('one\ntwo')
  })

  test.skipIf(!canDeny)('stand in no folder that is closed', async () => {
    const root = openFolder({'closed/in/a.json': '', 'through/a.json': ''})
    chmodSync(join(root, 'closed'), 0o700)
    chmodSync(join(root, 'through'), 0o644)
    for (const path of [join(root, 'closed/in/b.json'), join(root, 'through/a.json')])
      await unprivileged(() =>
        expect(openOutput(path, begins)).rejects.toThrow(
          new WorkspaceError(`"${path}" cannot be written: permission denied`),
        ),
      )
  })

  test('take the place of nothing that was put there meanwhile', async () => {
    const root = folder({'kept/x': ''})
    const output = await openOutput(join(root, 'a.json'), begins)
    writeFileSync(join(root, 'a.json'), 'mine')
    await expect(writeOutput(output, '[]')).rejects.toThrow('something else was put there meanwhile')
    const gone = await openOutput(join(root, 'kept/b.json'), begins)
    rmSync(join(root, 'kept'), {recursive: true})
    await expect(writeOutput(gone, '[]')).rejects.toThrow('cannot be written: a link on the way leads nowhere')
  })
})

describe('what was learnt', () => {
  test('of a text that tells nothing is not kept', async () => {
    const kept = lessons()
    kept.begin([])
    expect(await kept.of('contents', 'deep', async () => undefined)).toBeUndefined()
    expect([kept.used(), kept.isMore()]).toEqual([[], false])
    expect(await kept.of('code', 'text', async () => ['src/a.ts'])).toEqual(['src/a.ts'])
    expect(await kept.of('code', 'text', async () => ['another'])).toEqual(['src/a.ts'])
    expect([kept.used().length, kept.isMore()]).toEqual([1, true])
  })

  test('is kept with what was known before, and told apart from it', async () => {
    const kept = lessons()
    expect(kept.all()).toEqual([])
    kept.begin([['outline-x', 1 as never]])
    expect(kept.all()).toEqual([['outline-x', 1]])
    expect(kept.used()).toEqual([])
    expect(kept.isMore()).toBe(false)
  })

  test('is kept nowhere where no folder is known for it', async () => {
    const store = storeOf(true, {HOME: 'here'}, folder())
    await store.put('a', 'b')
    expect(await store.get('a')).toBeUndefined()
  })
})

describe('what git’s own files tell', () => {
  test('is nothing where there are none, or folders in their place', () => {
    expect(storeAt(folder())).toEqual({isPartial: false, boundary: new Set()})
    const root = folder({
      '.git/HEAD': 'ref: refs/heads/main\n',
      '.git/config/x': '',
      '.git/shallow': `${'a'.repeat(40)}\nx\n`,
    })
    expect(storeAt(root)).toEqual({isPartial: false, boundary: new Set(['a'.repeat(40)])})
  })
})

describe('folders that cannot be listed', () => {
  test('are told by their paths, the root as "."', () => {
    expect(notListed('/r', '/r')).toBe('No permission to list the folder "."')
    expect(notListed('/r', '/r/specs')).toBe('No permission to list the folder "specs"')
    expect(notListed('/r', '/r/a\0b')).toContain('No permission to list the folder "')
  })
})

test('unsaved text of no path stands over nothing', async () => {
  const workspace = await open(folder({'a.md': 'a'}), {overlay: new Map([['a\0b', 'x']])})
  expect(await workspace.read('a.md')).toMatchObject({ok: true, text: 'a'})
  await workspace.close()
})

describe('git’s words', () => {
  test('are told by their first line, if it has any', () => {
    expect(failed({outcome: 'failed', stderr: ' fatal: one\nfatal: two\n'}).text).toBe(
      'git could not read the repository: fatal: one',
    )
    expect(failed({outcome: 'failed', stderr: ''}).text).toBe('git could not read the repository: no reason was given')
  })
})

describe('configs', () => {
  const problems = async (files: Record<string, string>) => {
    const error = await open(folder(files)).catch(caught => caught)
    if (!(error instanceof ConfigError)) throw new Error('the config can be used')
    return error.problems.map(({reason}) => reason)
  }

  test('that others build on by two ways are read once', async () => {
    const {settings} = await open(
      folder({
        'spec.config.yaml': 'extends: [./b.yaml, ./c.yaml]\n',
        'b.yaml': 'specs: b\n',
        'c.yaml': 'extends: ./b.yaml\n',
      }),
    )
    expect(settings.files.map(file => file.split('/').at(-1))).toEqual(['b.yaml', 'c.yaml', 'spec.config.yaml'])
    expect(settings.specs).toEqual(['b'])
  })

  test('in a chain without end are refused', async () => {
    const chain = Object.fromEntries(
      Array.from({length: 30}, (_, index) => [`${index}.yaml`, `extends: ./${index + 1}.yaml\n`]),
    )
    expect(await problems({'spec.config.yaml': 'extends: ./0.yaml\n', ...chain, '30.yaml': ''})).toEqual([
      'Unexpected chain of more than 20 files',
    ])
  })

  test('larger than any, and folders that hold the workspace, are refused', async () => {
    expect(await problems({'spec.config.yaml': `specs: ${'x'.repeat(2 ** 20)}\n`})).toEqual([
      'Unexpected config of more than a megabyte, expected a small file',
    ])
    const around = folder({'a/spec.config.yaml': 'research:\n  - {path: ../around, outside: true}\n'})
    symlinkSync('.', join(around, 'around'))
    await expect(open(join(around, 'a'))).rejects.toThrow(
      'Unexpected folder "../around" outside the workspace that holds the workspace, expected one beside it',
    )
  })

  test('may say of a folder that it is neither untracked nor outside', async () => {
    const {settings} = await open(folder({'spec.config.yaml': 'research:\n  - {path: notes, untracked: false}\n'}))
    expect(settings.research).toEqual(['notes'])
    expect(settings.untracked).toEqual([])
  })
})

describe('folders of a config', () => {
  const errors = async (files: Record<string, string>) => {
    const {stderr, status} = await spec(folder(files), ['lint'])
    return [status, stderr.split('\n').filter(line => /^(?:spec: )?The |^spec: /.test(line))]
  }

  test('that are workspaces of their own, or lie in a file, are told', async () => {
    expect(await errors({'spec.config.yaml': 'specs: docs\n', 'docs/spec.config.yaml': ''})).toEqual([
      2,
      [expect.stringContaining('The folder "docs" of the config belongs to a workspace of its own')],
    ])
    expect(await errors({'spec.config.yaml': 'specs: docs/a\n', docs: 'a file'})).toEqual([
      2,
      [expect.stringMatching(/The folder "docs\/a" of the config does not exist.*$/)],
    ])
  })

  test('that a glob begins in are there, or not', async () => {
    const kind = (files: string) => `kinds: {adr: {files: '${files}', template: t.md}}\n`
    const template = '# [Title]\n\n## A\n'
    expect(await errors({'spec.config.yaml': kind('notes/*.md'), 't.md': template, 'notes/x.txt': ''})).toEqual([
      2,
      [expect.stringContaining('The glob "notes/*.md" of the kind adr matches nothing')],
    ])
    expect(await errors({'spec.config.yaml': kind('nots/*.md'), 't.md': template, 'notes/x.md': ''})).toEqual([
      2,
      [expect.stringMatching(/The glob "nots\/\*\.md" of the kind adr matches nothing.* Did you mean "notes"\?/)],
    ])
  })
})

describe('pages of folders that are not there', () => {
  test('are none', async () => {
    const root = repository({'spec.config.yaml': 'specs: deep/specs\n', 'README.md': '# R\n'})
    mkdirSync(join(root, 'other'))
    symlinkSync('nowhere', join(root, 'deep'))
    expect((await spec(root, ['lint'])).status).toBe(2)
  })
})
