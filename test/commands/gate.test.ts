import {expect, test} from 'vitest'
import {spec} from '../cli/support.js'
import {folder} from '../support/folders.js'

// As a plain document it has one warning (TBD) and, with a dead link, one error.
const workspace = (text = 'We bill at once.\n\nTBD\n') =>
  folder({
    'spec.config.yaml': 'kinds:\n  note: {files: notes/*.md, template: form.md}\n',
    'form.md': '# [Title]\n\n## A\n',
    'notes/a.md': `# Note\n\n## A\n\n${text}`,
  })

test.each([
  [['lint'], 0],
  [['lint', '--fail-on', 'warning'], 1],
  [['lint', '--fail-on', 'info'], 1],
  [['lint', '--fail-on', 'never'], 0],
  [['lint', '--max-warnings', '1'], 0],
  [['lint', '--fail-on', 'never', '--max-warnings', '0'], 0],
  [['lint', '--rule', 'unset-value:error'], 1],
  [['lint', '--rule', 'unset-value:off', '--max-warnings', '0'], 0],
  [['lint', '--rule', 'unset-value:info', '--fail-on', 'warning'], 0],
])('%j ends with %i', async (args, expected) => {
  const {status, stderr} = await spec(workspace(), args)
  expect([status, stderr]).toEqual([expected, ''])
})

test('an error fails whatever is said of warnings, unless nothing does', async () => {
  const root = workspace('See [r](../research/none.md).\n')
  expect((await spec(root, ['lint', '--max-warnings', '9'])).status).toBe(1)
  expect((await spec(root, ['lint', '--fail-on', 'never'])).status).toBe(0)
})

test('the command line wins over the config', async () => {
  const root = workspace()
  const args = ['lint', '--rule', 'unset-value:error', '--format', 'json']
  const {stdout} = await spec(root, args)
  expect(JSON.parse(stdout).summary).toMatchObject({errors: 1, warnings: 0})
})

test('where warnings fail that are no failure by themselves, a note says why', async () => {
  const root = workspace()
  const note = 'note: 1 warning, expected at most 0 (--max-warnings)\n'
  expect(await spec(root, ['lint', '--quiet', '--max-warnings', '0'])).toMatchObject({status: 1, stderr: note})
  for (const more of [
    ['--max-warnings', '1'],
    ['--fail-on', 'warning', '--max-warnings', '0'],
    ['--fail-on', 'never', '--max-warnings', '0'],
  ])
    expect((await spec(root, ['lint', ...more])).stderr).toBe('')
})

test('--quiet prints errors only and counts the rest', async () => {
  const {status, stdout} = await spec(workspace(), ['lint', '--quiet'])
  expect([status, stdout]).toEqual([0, expect.stringMatching(/^1 file checked: 1 warning.* \(\d+ ms\)\.\n$/)])
})

test.each([
  [['lint', '--fail-on', 'eror'], 'Unknown value of --fail-on "eror", expected error, warning, info or never'],
  [['lint', '--max-warnings', 'x'], 'Unexpected value "x" of --max-warnings, expected a number such as 0'],
  [['lint', '--max-warnings', '-1'], '--max-warnings'],
  [['lint', '--rule', 'residue'], 'Unexpected value "residue" of --rule, expected an id and a severity'],
  [['lint', '--rule', 'residue:of'], 'Unknown severity "of"'],
  [['lint', '--rule', '__proto__:off'], 'Unexpected rule "__proto__", expected one that "spec rules" lists'],
  [
    ['lint', '--rule', 'reside:off'],
    'Unexpected rule "reside", expected one that "spec rules" lists. Did you mean "residue"?',
  ],
])('%j is a usage error', async (args, words) => {
  const {status, stderr, stdout} = await spec(workspace(), args)
  expect([status, stdout, stderr]).toEqual([2, '', expect.stringContaining(words)])
})
