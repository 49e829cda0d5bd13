import {SIGNS} from './hostile-signs.mjs'

const KEYS = [
  'date',
  'topic',
  'git_commit',
  'commit',
  'status',
  'tags',
  'superseded_by',
  'researcher',
  'repository',
  'title',
  '__proto__',
  'constructor',
  'toString',
  '',
  '? a',
  '"q"',
  "'",
  '1',
  'null',
  '<<',
  '- a',
]
const SCALARS = [
  '2026-01-02',
  '2026-99-99',
  '9e875832',
  '0x1f',
  '.inf',
  '~',
  'true',
  'complete',
  '"open',
  "'it''s'",
  '| x',
  '>-',
  '*a',
  '&a b',
  '!!js/function x',
  '!x',
  '%YAML 1.2',
  '@x',
  '`x`',
  'a: b',
  '[a, b]',
  '{a: b}',
  '[',
  '}',
  '"\\u0000"',
  '"\\ud800"',
  '# none',
  '-',
  '',
]

const scalar = choose => (choose.chance(0.85) ? choose.pick(SCALARS) : choose.pick(SIGNS))

/** Lines of a mapping as a hurried or a hostile author writes it. */
export function mapping(choose, depth = 0) {
  return choose
    .times(choose.between(1, 5), () => {
      const key = choose.pick(KEYS)
      const way = choose.upTo(depth > 2 ? 4 : 6)
      if (way < 4) return [`${key}: ${scalar(choose)}`]
      if (way === 4)
        return [
          `${key}:`,
          ...choose.times(choose.between(1, 3), () => `${choose.pick(['  ', '', '\t'])}- ${scalar(choose)}`),
        ]
      return [`${key}:`, ...mapping(choose, depth + 1).map(line => choose.pick(['  ', '  ', ' ', '\t']) + line)]
    })
    .flat()
}

/** YAML that costs its reader more than it costs its writer, by name. `size`: how much of it. */
export const YAML_BOMBS = {
  'deep flow': size => `a: ${'['.repeat(size)}${']'.repeat(size)}`,
  'open flow': size => `a: ${'{a: '.repeat(size)}`,
  'deep block': size => Array.from({length: Math.min(size, 400)}, (_, depth) => `${' '.repeat(depth)}a:`).join('\n'),
  'deep sequences': size => `a:\n  ${'- '.repeat(size)}x`,
  'deep keys': size => `${'? '.repeat(size)}a`,
  wide: size => `a: [${'x, '.repeat(size)}x]`,
  'many keys': size => Array.from({length: size}, (_, key) => `k${key}: x`).join('\n'),
  'one key': size => Array.from({length: size}, () => 'k: x').join('\n'),
  aliases: size => `a: &a [x]\n${Array.from({length: size}, (_, each) => `b${each}: [*a, *a, *a]`).join('\n')}`,
  laughs: size =>
    Array.from({length: Math.min(size, 40)}, (_, each) => `a${each}: &a${each} [${`*a${each - 1}, `.repeat(9)}]`).join(
      '\n',
    ),
  cycle: () => 'a: &a [*a]',
  'long scalar': size => `a: "${'\\u0041'.repeat(size)}"`,
  'open quote': size => `a: "${'x\n  '.repeat(size)}`,
  // More of them are headings that cost each of a dozen readings a second or two.
  'many documents': size => 'a: b\n---\n'.repeat(Math.min(size, 1000)),
  comments: size => '# x\n'.repeat(size),
  tabs: size => `a:\n${'\t'.repeat(size)}b`,
  merges: size => `a: &a {x: y}\n${'b:\n  <<: *a\n'.repeat(size)}`,
  blanks: size => `a: |\n${' '.repeat(size)}\n${'\n'.repeat(size)}b`,
  colons: size => `${':'.repeat(size)} ${': '.repeat(size)}`,
  spaces: size => `a${' '.repeat(size)}: ${' '.repeat(size)}#`,
}
const NAMES = Object.keys(YAML_BOMBS)

/** YAML, hostile or wrong. */
export function badYaml(choose) {
  if (choose.chance(0.6)) return mapping(choose).join(choose.pick(['\n', '\n', '\r\n', '\r']))
  const bomb = YAML_BOMBS[choose.pick(NAMES)](choose.pick([3, 30, 33, 300, 3000]))
  return choose.chance(0.3) ? [...mapping(choose), bomb].join('\n') : bomb
}
