import {commands} from '../../../dist/commands/index.js'
import {SIGNS} from '../inputs/hostile-signs.mjs'
import {fileName} from '../inputs/names.mjs'

// What is typed behind "spec", out of the commands' own tables.
const TABLE = await Promise.all(
  commands.map(async ({name, load}) => ({words: name.split(' '), options: (await load()).options})),
)
const OPTIONS = TABLE.flatMap(({options}) => Object.entries(options))
const VALUES = [
  'specs/2026-01-02-search.md',
  'research/2026-01-05-seats.md',
  'specs',
  'specs/*.md',
  'src/seats.ts',
  'Seats',
  'rfc',
  'research',
  'approved',
  'missing-section',
  'missing-section:off',
  'residue:fatal',
  'json=out.json',
  'sarif=specs/README.md',
  'out/',
  'HEAD',
  'main..',
  '2026-01-31',
  '2026-02-31',
  '3',
  '-1',
  '1e9',
  '0x10',
  '10kb',
  'bash',
  'title,status',
  '-updated',
  '{"a":1}',
  '.',
  '..',
  '-',
  '--',
  '',
  ' ',
  'true',
  '"x"',
  "'",
  '__proto__',
  'constructor.x',
  '*',
  '\\',
]
const WRONG = [
  '--nope',
  '-z',
  '--',
  '---',
  '-',
  '--=x',
  '--help=1',
  '--no-color',
  '--color',
  '-h',
  '--version',
  '--__proto__',
  '--root.x=1',
  '-hq',
  '--formatt',
  '--no-fix',
]

/** Command lines: the commands' own words, options and values, and what is none of them. */
export default {
  name: 'argv',
  weight: 25,
  make(choose) {
    const command = choose.pick(TABLE)
    const words = choose.chance(0.92)
      ? command.words
      : [choose.pick([mistyped(choose, command.words[0]), fileName(choose), '__complete', ''])]
    const own = Object.entries(command.options)
    const rest = choose
      .times(choose.upTo(5), () => token(choose, choose.chance(0.85) && own.length > 0 ? own : OPTIONS))
      .flat()
    return {
      subject: 'command',
      argv: [...words, ...rest].filter(word => !isFar(word)),
      ...(choose.chance(0.2) && {stdin: choose.pick(['# A\n', '', '\u202e', '---\na: &a [*a]\n---\n'])}),
      ...(choose.chance(0.2) && {columns: choose.pick([1, 40, 200])}),
      ...(choose.chance(0.08) && {git: true}),
      ...(choose.chance(0.15) && {twice: true}),
    }
  },
}

function token(choose, options) {
  if (choose.chance(0.35)) return [value(choose)]
  if (choose.chance(0.08)) return [choose.pick(WRONG)]
  const [name, {type, choices, alias}] = choose.pick(options)
  const given = choices && choose.chance(0.8) ? choose.pick(choices) : value(choose)
  const flag = alias !== undefined && choose.chance(0.2) ? `-${alias}` : `--${name}`
  if (type === 'boolean') return choose.chance(0.95) ? [flag] : [`${flag}=${given}`]
  return choose.pick([[flag, given], [flag, given], [`${flag}=${given}`], [flag]])
}

function value(choose) {
  if (choose.chance(0.8)) return choose.pick(VALUES)
  return choose.chance(0.5) ? fileName(choose) : choose.pick(SIGNS)
}

const mistyped = (choose, word) => {
  const at = choose.upTo(word.length)
  return word.slice(0, at) + choose.pick(['', 'x', word.slice(at, at + 1).repeat(2)]) + word.slice(at + 1)
}

// Nothing may be looked at, and still less written, but what is ours.
const isFar = word => /(?:^|=)(?:[/\\~]|[A-Za-z]:[/\\])/.test(word) || /\.\.\/\.\./.test(word)
