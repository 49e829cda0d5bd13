import {expect, test} from 'vitest'
import {reduce} from './index.mjs'

const TEXT = Array.from({length: 40}, (_, line) => `line ${line} of many\n`).join('')

test('a text is cut down to the signs that a fault needs', async () => {
  const input = {subject: 'document', text: `${TEXT}a needle here\n${TEXT}`} as {subject: string; text?: string}
  expect(await reduce(input, async ({text}) => text?.includes('needle') === true)).toEqual({
    subject: 'document',
    text: 'needle',
  })
})

test('items and members that a fault does not need are taken out, and the subject stays', async () => {
  const input = {
    subject: 'command',
    argv: ['lint', '--quiet', 'x', '--fix', 'y'],
    stdin: 'abc',
    files: {a: '1', b: '2'},
  }
  const reduced = await reduce(input, async ({argv}) => Array.isArray(argv) && argv.includes('--fix'))
  expect(reduced).toEqual({subject: 'command', argv: ['--fix']})
})

test('parts that a fault needs together stay, however far they stand apart', async () => {
  const input: {text?: string} = {text: `${TEXT}<!--\n${TEXT}-->\n${TEXT}`}
  expect(await reduce(input, async ({text}) => /<!--[\s\S]*-->/.test(text ?? ''))).toEqual({text: '<!---->'})
})

test('what cannot be made smaller is left as it is', async () => {
  const input = {argv: ['a', 'b'], text: 'xyz'}
  const whole = JSON.stringify(input)
  expect(await reduce(input, async smaller => JSON.stringify(smaller) === whole)).toEqual(input)
})

test('no more is tried than was allowed', async () => {
  let trials = 0
  const reduced = await reduce(
    {text: TEXT} as {text?: string},
    async ({text}) => {
      trials++
      return text?.includes('line 7 ') === true
    },
    {trials: 12},
  )
  expect(trials).toBe(12)
  expect(reduced.text).toContain('line 7 ')
})
