import {expect, test} from 'vitest'
import {run} from '../../src/cli/complete/index.js'
import {answerText} from '../../src/cli/complete/text.js'
import {GLOBAL} from '../../src/cli/options.js'
import {commands} from '../../src/commands/index.js'
import {commandTable} from '../../src/generated/command-table.js'
import {folder} from '../support/folders.js'

/** What is answered to a line, the last word being the one at the cursor: what to do, and the words without their descriptions. */
async function answer(line: string, cwd = '/'): Promise<[string | undefined, string[]]> {
  const words = line.split(' ')
  let text = ''
  const stdout = {write: (part: string) => (text += part)}
  expect(await run([`=${words.at(-1)}`, ...words.slice(0, -1)], {stdout, cwd, env: {}})).toBe(0)
  const [how, ...lines] = text.split('\n')
  return [how, lines.filter(line => line !== '').map(line => line.replace(/\t.*/, ''))]
}

test('the table holds what the commands say', async () => {
  const said = await Promise.all(
    commands.map(async ({name, caption, load}) => {
      const {arguments: rows, options, arity} = await load()
      return {name, caption, arguments: rows, repeats: arity[1] > rows.length, options}
    }),
  )
  expect(commandTable).toEqual(JSON.parse(JSON.stringify(said)))
})

test('commands: each first word once, those of a group behind it', async () => {
  const first = [...new Set(commands.map(({name}) => name.replace(/ .*/, '')))]
  expect(await answer('')).toEqual(['words', [...first, 'help']])
  expect(await answer('help ')).toEqual(['words', [...first, 'help']])
  expect((await answer('schema '))[1]).toEqual(
    commands.flatMap(({name}) => (name.startsWith('schema ') ? [name.slice('schema '.length)] : [])),
  )
  expect(await answer('lnit ')).toEqual(['words', []])
  expect(await answer('help lint ')).toEqual(['words', []])
})

test.each(commandTable.map(command => [command.name, command] as const))(
  'options of spec %s',
  async (name, command) => {
    const names = [...Object.keys(command.options), ...Object.keys(GLOBAL)].map(option => `--${option}`)
    expect(await answer(`${name} --`)).toEqual(['words', names])
    expect(await answer(`${name} -- --`)).not.toEqual(['words', names])
    for (const [option, {type, choices}] of Object.entries(command.options)) {
      const left = (await answer(`${name} --${option}${type === 'boolean' ? '' : '=x'} --`))[1]
      expect(left.includes(`--${option}`), option).toBe(type === 'list')
      if (choices === undefined) continue
      expect(await answer(`${name} --${option} `)).toEqual(['words', choices])
      expect((await answer(`${name} --${option}=`))[1]).toEqual(choices.map(choice => `--${option}=${choice}`))
    }
  },
)

test('options that were given are not offered again, and may stand before the command', async () => {
  expect((await answer('--root x lint --quiet --'))[1]).not.toContain('--root')
  expect((await answer('lint -q --q'))[1]).toEqual([])
  expect((await answer('lint -'))[1]).toContain('-q')
  expect((await answer('--ro'))[1]).toEqual(['--root'])
  expect(await answer('--root ')).toEqual(['folders', []])
})

test('arguments and values: files, kinds, rules, severities', async () => {
  const root = folder({
    'spec.config.yaml': 'kinds:\n  note: {files: notes/*.md, template: form.md}\n',
    'form.md': '# [Title]\n\n## A\n',
  })
  expect(await answer('lint specs/a.md ')).toEqual(['files', []])
  expect(await answer('lint --schema ')).toEqual(['files', []])
  expect(await answer('lint --kind ', root)).toEqual(['words', ['note', 'rfc', 'research', 'index'].sort(byOrder)])
  expect(await answer(`--root ${root} rules --kind no`)).toEqual(['words', ['note']])
  expect(await answer('lint --kind=no', root)).toEqual(['words', ['--kind=note']])
  expect((await answer('explain dead-a'))[1]).toEqual(['dead-anchor'])
  expect(await answer('lint --rule dead-a')).toEqual(['open', ['dead-anchor:']])
  expect(await answer('lint --rule dead-anchor:o')).toEqual(['words', ['dead-anchor:off']])
  expect(await answer('config ')).toEqual(['files', []])
  expect((await answer('config a.md dead-a'))[1]).toEqual(['dead-anchor'])
  expect(await answer('config a.md dead-anchor ')).toEqual(['words', []])
  expect(await answer('status ')).toEqual(['files', []])
  expect((await answer('status a.md '))[1]).toEqual([
    'draft',
    'in-review',
    'approved',
    'implemented',
    'deprecated',
    'rejected',
  ])
  expect(await answer('status a.md in')).toEqual(['words', ['in-review']])
  expect(await answer('status a.md --superseded-by ')).toEqual(['files', []])
  expect(await answer('migrate ')).toEqual(['files', []])
  expect(await answer('migrate a.md --to ', root)).toEqual(['words', ['1', '2']])
  expect(await answer('scaffold --template-version=', root)).toEqual([
    'words',
    ['--template-version=1', '--template-version=2'],
  ])
  expect(await answer('scaffold Ti')).toEqual(['words', []])
  expect((await answer('completion '))[1]).toContain('zsh')
})

// Built-in kinds stand first, then those of the config.
function byOrder(a: string, b: string): number {
  const order = ['rfc', 'research', 'index', 'note']
  return order.indexOf(a) - order.indexOf(b)
}

test('a config that cannot be used leaves what comes with us', async () => {
  const root = folder({'spec.config.yaml': 'kindz: {}\n'})
  expect(await answer('lint --kind ', root)).toEqual(['words', ['rfc', 'research', 'index']])
  expect(await answer('--root /nowhere lint --kind ', root)).toEqual(['words', ['rfc', 'research', 'index']])
})

test('what a shell would run, expand or take apart is left out; descriptions are one line', () => {
  const words = ['a', 'a b', 'a$(x)', 'a`x`', "a'b", 'a"b', 'a\nb', 'a;b', 'a*', 'a\\b', '~', 'a|b'].map(text => ({
    text,
  }))
  expect(answerText({type: 'words', words}, '')).toBe('words\na\n')
  const describe = 'One\n\x1b[2Jtwo. Three'
  expect(answerText({type: 'words', words: [{text: 'a', describe}]}, '')).toBe('words\na\tOne\\u{a}\\u{1b}[2Jtwo\n')
})
