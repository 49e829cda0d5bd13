import {describe, expect, test} from 'vitest'
import {
  collectFacts,
  fix,
  type LintOptions,
  lint,
  lintFiles,
  openWorkspace,
  readResearch,
  useEngine,
} from '../../src/index.js'
import {folder} from '../support/folders.js'

const FORM = 'expected a whole number from 1 on, or Infinity'

describe('a limit that limits nothing is refused', () => {
  test.each<[object, ErrorConstructor, string]>([
    [{depth: Number.NaN}, RangeError, `Unexpected limits.depth NaN, ${FORM}`],
    [{bytes: 0}, RangeError, `Unexpected limits.bytes 0, ${FORM}`],
    [{bytes: -1}, RangeError, `Unexpected limits.bytes -1, ${FORM}`],
    [{nodes: 1.5}, RangeError, `Unexpected limits.nodes 1.5, ${FORM}`],
    [{nodes: '100'}, TypeError, `Unexpected limits.nodes "100", ${FORM}`],
    [{bytes: {}}, TypeError, `Unexpected limits.bytes [object Object], ${FORM}`],
    [{bytes: 10n}, TypeError, `Unexpected limits.bytes 10n, ${FORM}`],
    [{dept: 3}, TypeError, 'Unexpected "dept" in limits, expected one of bytes, depth, nodes (did you mean "depth"?)'],
    [5 as never, TypeError, 'Unexpected limits 5, expected an object with bytes, depth, nodes'],
    [{depth: null}, TypeError, `Unexpected limits.depth null, ${FORM}`],
  ])('%o', async (limits, error, message) => {
    const options = {limits} as LintOptions
    const root = folder({'specs/a.md': '# A\n'})
    for (const run of [
      () => lint('# A\n', options),
      () => fix('# A\n', options),
      () => collectFacts('# A\n', options),
      () => lintFiles([], {...options, root}),
    ]) {
      await expect(run()).rejects.toThrow(error)
      await expect(run()).rejects.toThrow(message)
    }
  })

  test.each<[object, string]>([
    [{bytes: Number.NaN}, `Unexpected limits.bytes NaN, ${FORM}`],
    [{time: 5}, 'Unexpected "time" in limits, expected one of bytes, gitTime'],
    ...[-1, 3e9, Number.POSITIVE_INFINITY].map((gitTime): [object, string] => [
      {gitTime},
      `Unexpected limits.gitTime ${gitTime}, expected a whole number from 1 to 2147483647`,
    ]),
  ])('of a workspace: %o', async (limits, message) => {
    await expect(openWorkspace({root: folder({}), limits})).rejects.toThrow(message)
  })
})

test('limits that are not told, or that are Infinity, are none to refuse', async () => {
  const none = {bytes: undefined, depth: undefined, nodes: undefined, other: undefined} as unknown as NonNullable<
    LintOptions['limits']
  >
  const all = {bytes: Number.POSITIVE_INFINITY, depth: Number.POSITIVE_INFINITY, nodes: Number.POSITIVE_INFINITY}
  for (const limits of [{}, none, all]) expect(await lint('# A\n', {limits})).toMatchObject({status: 'checked'})
  const deep = `${'> '.repeat(101)}a\n`
  expect(await lint(deep, {limits: none})).toMatchObject({status: 'not-checked'})
  expect(await lint(deep, {limits: all})).toMatchObject({status: 'checked'})
  expect(await lint(`# A\n${' '.repeat(3_000_000)}\n`, {limits: none})).toMatchObject({
    status: 'not-checked',
    reason: 'it is larger than 2 MiB',
  })
})

test.each<[unknown, string]>([
  [{}, '[object Object]'],
  [{check: 2}, '[object Object]'],
  [2, '2'],
  [0, '0'],
  [null, 'null'],
  [{check() {}}, '[object Object]'],
])('what is no threads is refused, though few documents need any: %o', async (threads, shown) => {
  await expect(lintFiles([], {root: folder({}), threads} as never)).rejects.toThrow(
    new TypeError(`Unexpected threads ${shown}, expected what openThreads gives`),
  )
})

test.each<[unknown, string]>([
  ['specs/a.md', '"specs/a.md"'],
  [undefined, 'undefined'],
  [[5], '[object Array]'],
])('what is no list of paths is refused: %o', async (paths, shown) => {
  await expect(lintFiles(paths as string[], {root: folder({})})).rejects.toThrow(
    new TypeError(`Unexpected paths ${shown}, expected a list of strings`),
  )
})

test('an engine that is none is refused, and the one in use stays', () => {
  expect(() => useEngine('bogus' as 'remark')).toThrow(
    new TypeError('Unexpected engine "bogus", expected satteri or remark'),
  )
})

test.each<[unknown, string]>([
  [5, '5'],
  [null, 'null'],
  [undefined, 'undefined'],
  [Buffer.from('# A'), '[object Uint8Array]'],
  [['# A'], '[object Array]'],
])('what is no text is refused: %o', async (text, shown) => {
  for (const run of [lint, fix, collectFacts, async (value: string) => readResearch('research/a.md', value)]) {
    await expect(run(text as string)).rejects.toThrow(TypeError)
    await expect(run(text as string)).rejects.toThrow(`Unexpected text ${shown}, expected a string`)
  }
})
