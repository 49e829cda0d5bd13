import {execFileSync} from 'node:child_process'
import {chmodSync, mkdirSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {createServer} from 'node:net'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {folder} from '../support/folders.js'
import {canDeny, unprivileged} from '../support/unprivileged.js'
import {open, openFolder, workspace} from './support.js'

test('a file, relative to the root or absolute', async () => {
  const {read, root} = await workspace({'specs/a.md': '\uFEFF# A\r\n'})
  const reading = {ok: true, text: '\uFEFF# A\r\n', bytes: 8}
  expect(await read('specs/a.md')).toEqual(reading)
  expect(await read('specs/../specs/a.md')).toEqual(reading)
  expect(await read(join(root, 'specs/a.md'))).toEqual(reading)
})

test('an absolute path elsewhere is read, a relative one that leaves the root is not', async () => {
  const {read} = await workspace({'a.md': ''})
  const other = folder({'b.md': 'b'})
  expect(await read(join(other, 'b.md'))).toMatchObject({ok: true, text: 'b'})
  expect(await read('../b.md')).toEqual({ok: false, code: 'outside', reason: 'The path leaves the workspace'})
})

test('what is no file has a code and a reason of its own', async () => {
  const root = folder({'file.md': 'a', 'latin1.md': Buffer.from([0x23, 0xe4])})
  const outside = folder({'secret.md': 'secret'})
  mkdirSync(join(root, 'folder.md'))
  const link = (target: string, name: string) => symlinkSync(target, join(root, name))
  link('nowhere', 'dangling.md')
  link('loop.md', 'loop.md')
  link('file.md', 'inside.md')
  link(join(outside, 'secret.md'), 'leaves.md')
  link(outside, 'leaves')
  link('/dev/null', 'device.md')
  const {read} = await open(root)
  const codes: Record<string, string> = {}
  for (const name of [
    'gone.md',
    'file.md/below.md',
    'gone/below.md',
    'dangling.md',
    'loop.md',
    'leaves.md',
    'device.md',
  ])
    codes[name] = await codeOf(read(name))
  codes['leaves/secret.md'] = await codeOf(read('leaves/secret.md'))
  for (const name of ['folder.md', 'latin1.md', 'inside.md', 'a\0b', '', `${'x'.repeat(300)}.md`])
    codes[name] = await codeOf(read(name))
  expect(codes).toEqual({
    'gone.md': 'missing: The file does not exist',
    'file.md/below.md': 'missing: The file does not exist',
    'gone/below.md': 'missing: The file does not exist',
    'dangling.md': 'dangling-link: Unexpected link that leads nowhere',
    'loop.md': 'dangling-link: Unexpected link that leads to itself',
    'leaves.md': 'outside: Unexpected link that leaves the workspace',
    'device.md': 'outside: Unexpected link that leaves the workspace',
    'leaves/secret.md': 'outside: Unexpected link that leaves the workspace',
    'folder.md': 'folder: Unexpected folder, expected a file',
    'latin1.md': 'not-utf8: Expected UTF-8, unexpected byte 0xe4 in line 1',
    'inside.md': 'ok',
    'a\0b': 'missing: Unexpected NUL in the path',
    '': 'folder: Unexpected folder, expected a file',
    [`${'x'.repeat(300)}.md`]: 'missing: The file does not exist',
  })
})

describe.skipIf(process.platform === 'win32')('what would wait or act when it is opened', () => {
  test('a pipe without a writer', async () => {
    const root = folder()
    execFileSync('mkfifo', [join(root, 'pipe.md')])
    expect(await codeOf((await open(root)).read('pipe.md'))).toBe(
      'not-regular: Unexpected pipe, expected a regular file',
    )
  })

  test('a socket', async () => {
    const root = folder()
    const server = createServer().listen(join(root, 's.md'))
    await new Promise(resolve => server.once('listening', resolve))
    try {
      expect(await codeOf((await open(root)).read('s.md'))).toMatch('not-regular: Unexpected socket')
    } finally {
      server.close()
    }
  })

  test('a device, named by the user', async () => {
    const {read} = await workspace()
    for (const device of ['/dev/zero', '/dev/tty', '/dev/stdin']) expect(await codeOf(read(device))).not.toBe('ok')
    expect(await codeOf(read('/dev/zero'))).toBe('not-regular: Unexpected device, expected a regular file')
  })
})

describe.skipIf(!canDeny)('permissions', () => {
  test('a file and a folder that may not be read', async () => {
    const root = openFolder({'locked.md': 'a', 'closed/a.md': 'a', 'fine.md': 'a'})
    const {read} = await open(root)
    await read('fine.md')
    chmodSync(join(root, 'locked.md'), 0)
    chmodSync(join(root, 'closed'), 0)
    const readings = await unprivileged(() =>
      Promise.all([codeOf(read('locked.md')), codeOf(read('closed/a.md')), codeOf(read('fine.md'))]),
    )
    chmodSync(join(root, 'closed'), 0o755)
    expect(readings).toEqual([
      'unreadable: No permission to read the file',
      'unreadable: No permission to read the file',
      'ok',
    ])
  })
})

test('the limit holds for files and unsaved text, and is looked at before anything is read', async () => {
  const root = folder({'ten.md': '0123456789', 'eleven.md': '0123456789a'})
  const overlay = new Map([['unsaved.md', 'é'.repeat(6)]])
  const {read} = await open(root, {limits: {bytes: 10}, overlay})
  expect(await read('ten.md')).toMatchObject({ok: true, bytes: 10})
  expect(await codeOf(read('eleven.md'))).toBe('too-large: Unexpected size of 11 bytes, expected at most 10 bytes')
  expect(await codeOf(read('unsaved.md'))).toBe('too-large: Unexpected size of 12 bytes, expected at most 10 bytes')
})

test('by default two mebibytes are read', async () => {
  const root = folder({'fits.md': 'x'.repeat(2 ** 21), 'large.md': 'x'.repeat(2 ** 21 + 1)})
  const {read} = await open(root)
  expect(await read('fits.md')).toMatchObject({ok: true, bytes: 2 ** 21})
  const large = 'too-large: Unexpected size of 2097153 bytes, expected at most 2 MiB'
  expect(await codeOf(read('large.md'))).toBe(large)
})

test('a file of many gigabytes costs nothing', async () => {
  const root = folder()
  execFileSync(process.execPath, [
    '-e',
    `fs.truncateSync(fs.openSync(${JSON.stringify(join(root, 'huge.md'))}, 'w') && ${JSON.stringify(join(root, 'huge.md'))}, 2 ** 40)`,
  ])
  expect(await codeOf((await open(root)).read('huge.md'))).toMatch('too-large: Unexpected size of 1099511627776')
  rmSync(join(root, 'huge.md'))
})

test('unsaved text stands over a file, with or without one on the disk, as it is', async () => {
  const root = folder({'specs/a.md': 'saved'})
  const overlay = new Map([
    ['specs/a.md', 'unsaved \uD800'],
    [join(root, 'specs/new.md'), 'new'],
  ])
  const {read} = await open(root, {overlay})
  expect(await read('specs/a.md')).toEqual({ok: true, text: 'unsaved \uD800', bytes: 11})
  expect(await read('specs/new.md')).toMatchObject({text: 'new'})
})

test('hostile names', async () => {
  const names = [
    'a b.md',
    '"q\'.md',
    'line\nbreak.md',
    'e\u0301.md',
    '\u00e9.md',
    'tab\t.md',
    'esc\u001b[31m.md',
    '$(x).md',
    '-rf.md',
    '__proto__',
  ]
  const root = folder()
  for (const name of names) writeFileSync(join(root, name), name)
  const {read} = await open(root)
  for (const name of names) expect(await read(name)).toMatchObject({ok: true, text: name})
})

async function codeOf(reading: ReturnType<Awaited<ReturnType<typeof open>>['read']>): Promise<string> {
  const read = await reading
  return read.ok ? 'ok' : `${read.code}: ${read.reason}`
}
