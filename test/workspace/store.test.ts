import {execFileSync} from 'node:child_process'
import {
  chmodSync,
  chownSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {openWorkspace} from '../../src/workspace/index.js'
import {cacheFolder} from '../../src/workspace/store/folder.js'
import {makeFolder} from '../../src/workspace/store/make.js'
import {storeIn} from '../../src/workspace/store/store.js'
import {folder, repository} from '../support/folders.js'
import {canDeny, unprivileged} from '../support/unprivileged.js'

const TEXT = 'line\nanother — line\n'

/** A store in a folder that is not there yet, with the folder of the repository that it is for. */
function place() {
  const [home, root] = [folder(), folder()]
  const path = join(home, 'cache', 'specwright')
  return {home, root, path, store: storeIn(path, root)}
}

describe('a store', () => {
  test('gives back what was put into it, the last of it, and nothing else', async () => {
    const {store} = place()
    expect(await store.get('a')).toBeUndefined()
    await store.put('a', 'older')
    await store.put('a', TEXT)
    expect(await store.get('a')).toBe(TEXT)
    expect(await store.get('b')).toBeUndefined()
  })

  test('is open to the user alone', async () => {
    const {store, path} = place()
    await store.put('a', TEXT)
    expect(readdirSync(path)).toEqual(['a'])
    if (canDeny) expect([statSync(path).mode & 0o777, statSync(join(path, 'a')).mode & 0o777]).toEqual([0o700, 0o600])
  })

  test('takes no name that leads elsewhere', async () => {
    const {store, home} = place()
    for (const name of ['../a', 'b/c', '', '.', '..', '.hidden', 'a\0b']) {
      await store.put(name, TEXT)
      expect(await store.get(name)).toBeUndefined()
    }
    expect(readdirSync(home)).toEqual([])
  })

  test('drops what is damaged', async () => {
    const {store, path} = place()
    await store.put('a', TEXT)
    const whole = readFileSync(join(path, 'a'))
    const damaged = [
      whole.subarray(0, 5),
      whole.subarray(0, -1),
      Buffer.from(String(whole).replace('another', 'an other')),
    ]
    for (const bytes of [...damaged, Buffer.alloc(0), Buffer.from([0xff, 0xfe])]) {
      writeFileSync(join(path, 'a'), bytes)
      expect(await store.get('a')).toBeUndefined()
    }
    // One of another name, whole in itself.
    writeFileSync(join(path, 'b'), whole, {mode: 0o600})
    expect(await store.get('b')).toBeUndefined()
    expect(readdirSync(path)).not.toContain('b')
    await store.put('a', TEXT)
    expect(await store.get('a')).toBe(TEXT)
  })

  test.skipIf(process.platform !== 'linux')('gives up at once what can have nothing in it', async () => {
    const store = storeIn('/proc/cache/specwright', folder())
    await store.put('a', TEXT)
    expect(await store.get('a')).toBeUndefined()
  })

  test.skipIf(process.platform === 'win32')('waits for nobody where a pipe stands in place of a file', async () => {
    const {store, path} = place()
    await store.put('b', TEXT)
    execFileSync('mkfifo', ['-m', '600', join(path, 'a')])
    expect(await store.get('a')).toBeUndefined()
    await store.put('a', TEXT)
    expect(await store.get('a')).toBe(TEXT)
  })

  test('is not used inside the repository, by its letters or through a link', async () => {
    const root = repository({'a.md': ''})
    const inside = storeIn(join(root, '.cache'), root)
    await inside.put('a', TEXT)
    expect(await inside.get('a')).toBeUndefined()
    const {home, path} = place()
    await storeIn(path, home.concat('-elsewhere')).put('a', TEXT)
    // What lies in the store of one repository does not count once the store lies in another.
    expect(await storeIn(path, home).get('a')).toBeUndefined()
    symlinkSync(path, join(root, 'link'))
    expect(await storeIn(join(root, 'link'), home).get('a')).toBeUndefined()
    expect(await storeIn(join(root, 'link'), root).get('a')).toBe(TEXT)
  })

  test('says why it keeps nothing', async () => {
    const {store, home, path} = place()
    expect(await store.put('a', TEXT)).toBeUndefined()
    expect(await store.put('../a', TEXT)).toBe('"../a" can be no name in a cache')
    expect(await storeIn(path, home).put('a', TEXT)).toBe(
      `the cache folder "${path}" lies below "${home}", where files may be other people's`,
    )
    expect(await store.put('a', 'x'.repeat(128 * 2 ** 20))).toBe('they take more than 128 MiB')
    expect(await store.get('a')).toBe(TEXT)
    writeFileSync(join(home, 'file'), '')
    const below = join(home, 'file', 'specwright')
    expect(await storeIn(below, folder()).put('a', TEXT)).toMatch(/^the cache folder ".*" cannot be used \(E[A-Z]+\)$/)
  })

  test.skipIf(!canDeny)('says that others may write to it', async () => {
    const {store, path} = place()
    await store.put('a', TEXT)
    chmodSync(path, 0o770)
    expect(await store.put('a', TEXT)).toBe(`others may write to the cache folder "${path}"`)
  })

  test.skipIf(!canDeny)('trusts no folder and no file that others may write to', async () => {
    const {store, path} = place()
    await store.put('a', TEXT)
    chmodSync(join(path, 'a'), 0o602)
    expect(await store.get('a')).toBeUndefined()
    chmodSync(join(path, 'a'), 0o600)
    chmodSync(path, 0o770)
    expect(await store.get('a')).toBeUndefined()
    await store.put('b', TEXT)
    expect(readdirSync(path)).toEqual(['a'])
    chmodSync(path, 0o700)
    expect(await store.get('a')).toBe(TEXT)
  })

  test.skipIf(process.geteuid?.() !== 0)('trusts no folder and no file of another user', async () => {
    const {store, path} = place()
    await store.put('a', TEXT)
    chownSync(join(path, 'a'), 65534, 65534)
    expect(await store.get('a')).toBeUndefined()
    chownSync(join(path, 'a'), 0, 0)
    chownSync(path, 65534, 65534)
    expect(await store.get('a')).toBeUndefined()
  })

  test('follows no link in place of a file', async () => {
    const {store, path, home} = place()
    await store.put('a', TEXT)
    writeFileSync(join(home, 'other'), readFileSync(join(path, 'a')), {mode: 0o600})
    await store.put('b', TEXT)
    symlinkSync(join(home, 'other'), join(path, 'c'))
    expect(await store.get('c')).toBeUndefined()
    expect(readFileSync(join(home, 'other'))).toEqual(readFileSync(join(path, 'a')))
  })

  test('keeps nothing where it cannot write, and says nothing', async () => {
    const {home, root} = place()
    writeFileSync(join(home, 'file'), '')
    const store = storeIn(join(home, 'file', 'specwright'), root)
    await store.put('a', TEXT)
    expect(await store.get('a')).toBeUndefined()
    if (!canDeny) return
    const closed = join(home, 'closed')
    mkdirSync(closed)
    chmodSync(closed, 0o500)
    await unprivileged(() => storeIn(join(closed, 'specwright'), root).put('a', TEXT))
    expect(readdirSync(closed)).toEqual([])
  })

  test('keeps the newest 64, and sweeps what a killed run has left', async () => {
    const {store, path} = place()
    await store.put('first', TEXT)
    for (const [name, hours] of [
      ['.spec-old.tmp', 2],
      ['.spec-new.tmp', 0],
    ] as const) {
      writeFileSync(join(path, name), 'half')
      const time = Date.now() / 1000 - hours * 3600
      utimesSync(join(path, name), time, time)
    }
    for (let index = 0; index < 64; index++) {
      const name = `n${index}`
      await store.put(name, TEXT)
      const time = Date.now() / 1000 - 60 + index / 2
      utimesSync(join(path, name), time, time)
      if (index === 0) utimesSync(join(path, 'first'), time - 1, time - 1)
    }
    const names = readdirSync(path)
    expect(names).toHaveLength(65)
    expect(names).not.toContain('first')
    expect(names).toContain('n0')
    expect(names.filter(name => name.startsWith('.'))).toEqual(['.spec-new.tmp'])
  })

  test('serves two writers at once', async () => {
    const {store, path} = place()
    const large = 'x'.repeat(500_000)
    const reads: (string | undefined)[] = []
    await Promise.all(
      Array.from({length: 20}, async (_, index) => {
        await store.put('a', `${index}${large}`)
        reads.push(await store.get('a'))
      }),
    )
    expect(reads.every(text => text?.endsWith(large))).toBe(true)
    expect(readdirSync(path)).toEqual(['a'])
  })
})

test('the folder is the one of the system, or of XDG_CACHE_HOME; a relative one is passed over', () => {
  const of = (env: Record<string, string>, platform: NodeJS.Platform) => cacheFolder(env, platform)
  expect(of({HOME: '/home/ada'}, 'linux')).toBe(join('/home/ada', '.cache', 'specwright'))
  expect(of({HOME: '/Users/ada'}, 'darwin')).toBe(join('/Users/ada', 'Library', 'Caches', 'specwright'))
  expect(of({HOME: '/home/ada', XDG_CACHE_HOME: '/var/cache/ada'}, 'linux')).toBe(join('/var/cache/ada', 'specwright'))
  expect(of({HOME: '/home/ada', XDG_CACHE_HOME: '.cache'}, 'linux')).toBe(join('/home/ada', '.cache', 'specwright'))
  expect(of({HOME: 'nowhere'}, 'linux')).toBeUndefined()
  expect(of({HOME: '/home/ada'}, 'win32')).toBeUndefined()
})

describe('the store of a workspace', () => {
  const opened = async (env: Record<string, string>, cache?: boolean) => {
    const root = repository({'a.md': ''})
    const home = folder()
    const {store} = await openWorkspace({root, env: {HOME: home, ...env}, ...(cache === undefined ? {} : {cache})})
    const reason = await store.put('a', TEXT)
    return {text: await store.get('a'), names: readdirSync(home), ...(reason !== undefined && {reason})}
  }

  test('is used where it is asked for', async () => {
    expect(await opened({}, true)).toMatchObject({text: TEXT})
    expect(await opened({SPEC_NO_CACHE: ''}, true)).toMatchObject({text: TEXT})
    expect(await opened({SPEC_NO_CACHE: '0'}, true)).toMatchObject({text: TEXT})
  })

  test('keeps nothing by default, nor where SPEC_NO_CACHE is set', async () => {
    expect(await opened({})).toEqual({text: undefined, names: []})
    expect(await opened({SPEC_NO_CACHE: '1'}, true)).toEqual({text: undefined, names: []})
  })

  test('keeps nothing where no folder is known, and says so', async () => {
    const reason = 'no cache folder is known: set XDG_CACHE_HOME to the absolute path of one'
    expect(await opened({HOME: 'nowhere'}, true)).toEqual({text: undefined, names: [], reason})
  })

  test('is off in a workspace that lies around it: its files may come from others', async () => {
    const home = repository({'a.md': ''})
    const {store} = await openWorkspace({root: home, env: {HOME: home}, cache: true})
    await store.put('a', TEXT)
    expect(await store.get('a')).toBeUndefined()
  })
})

describe('a folder is made', () => {
  test("with those above it, and is the user's alone", () => {
    const path = join(folder(), 'one/two')
    makeFolder(path)
    makeFolder(path)
    expect(statSync(path).mode & 0o777).toBe(0o700)
  })

  test('though it is there by the time that it is to be made', () => {
    const root = folder()
    makeFolder(`${root}/one/..`)
    expect(readdirSync(root)).toEqual(['one'])
  })

  test('or it is told why not', () => {
    const root = folder({file: ''})
    symlinkSync('nowhere', join(root, 'link'))
    expect(() => makeFolder(join(root, 'link'))).toThrow(/^EEXIST/)
    expect(() => makeFolder(join(root, 'file/one'))).toThrow(/^ENOTDIR/)
  })
})
