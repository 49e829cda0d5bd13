import fc from 'fast-check'
import {expect, test} from 'vitest'
import {GLOBAL} from '../../src/cli/options.js'
import {parseWithYargs} from '../../src/cli/parser.js'
import {readQuickly} from '../../src/cli/quick.js'
import {checkGiven} from '../../src/cli/strict.js'
import {commands, type OptionSpecs} from '../../src/commands/index.js'

const lint = await commands.find(({name}) => name === 'lint')?.load()
const known: OptionSpecs = {...lint?.options, ...GLOBAL}

type Outcome = {parsed: unknown} | {error: string} | undefined

function quickly(argv: readonly string[]): Outcome {
  const typed = readQuickly(known, argv)
  if (typed === undefined) return undefined
  try {
    return {parsed: {args: typed.args, values: checkGiven(typed.given, argv, known)}}
  } catch (error) {
    return {error: String(error)}
  }
}

async function whole(argv: readonly string[]): Promise<Outcome> {
  try {
    return {parsed: await parseWithYargs(known, argv)}
  } catch (error) {
    return {error: String(error)}
  }
}

// One table for both readers: what the quick one reads, and what it leaves to yargs.
const QUICK: string[][] = [
  [],
  ['specs/a.md'],
  ['specs/a.md', 'b c.md', 'specs/**/*.md', '12', '1e3', '0x1', 'a=b', 'a.b', '__proto__', 'é', 'c,d'],
  ['--research', 'specs/a.md'],
  ['specs/a.md', '--quiet', '--quiet', '--help', '--version'],
  ['--format', 'json', 'a.md'],
  ['--format', 'jsno'],
  ['--rule', 'a:off', '--rule', 'b:error', 'x'],
  ['--root', '12', '--max-warnings', '007', '--since', 'a.b'],
  ['--color', '--no-color', '--fix'],
  ['--schema', 'a b', '--kind', 'constructor'],
]
const LEFT: string[][] = [
  ['-q'],
  ['-'],
  ['--'],
  ['--', '--fix'],
  ['--fix=true'],
  ['--fix', 'true'],
  ['--fix', 'false', 'a.md'],
  ['true'],
  ['--format=json'],
  ['--format'],
  ['--format', ''],
  ['--format', '--fix'],
  ['--format', 'json', '--format', 'text'],
  ['--format', '"json"'],
  ['--root', "'a'"],
  [''],
  ['"a.md"'],
  ['--unknown'],
  ['--toString'],
  ['--__proto__', 'a'],
  ['--no-fix'],
  ['--Fix'],
  ['-fix'],
  ['--rule'],
  ['--help=x'],
]

test.each(QUICK.map(argv => [argv]))('the quick reader and yargs read the same: %j', async argv => {
  const expected = await whole(argv)
  expect(quickly(argv)).toEqual(expected)
  expect(expected).toBeDefined()
})

test.each(LEFT.map(argv => [argv]))('the quick reader leaves it to yargs: %j', argv => {
  expect(quickly(argv)).toBeUndefined()
})

test('whatever the quick reader reads, yargs reads the same', async () => {
  const names = Object.keys(known).map(name => `--${name}`)
  const word = fc.oneof(
    fc.constantFrom(...names, ...QUICK.flat(), ...LEFT.flat(), 'json', 'text', 'error', '--format', '--rule', '--root'),
    fc.string({maxLength: 4}),
  )
  let read = 0
  await fc.assert(
    fc.asyncProperty(fc.array(word, {maxLength: 5}), async argv => {
      const quick = quickly(argv)
      if (quick === undefined) return
      read++
      expect(quick).toEqual(await whole(argv))
    }),
    {numRuns: 3000, seed: 1},
  )
  expect(read).toBeGreaterThan(300)
})
