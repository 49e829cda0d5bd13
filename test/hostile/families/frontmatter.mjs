import {around, fill, nest} from './make.mjs'

const matter = make => around('---\n', make, '\n---\n\n# Seat booking\n')

/** What stands before a document: YAML that is deep, wide, or none. */
export const FRONTMATTER = {
  'deep flow': matter(around('a: ', nest('[', '', ']'))),
  'deep maps': matter(around('a: ', nest('{b: ', 'c', '}'))),
  'deep blocks': matter(bytes =>
    Array.from({length: Math.floor(Math.sqrt(2 * bytes))}, (_, depth) => `${' '.repeat(depth)}a:`).join('\n'),
  ),
  'many keys': matter(fill(n => `key${n}: value\n`)),
  'a key over and over': matter(fill('status: Draft\n')),
  'a long list of values': matter(around('tags: [', fill('a, '), 'b]')),
  'a long text': matter(around('topic: "', fill('word '), '"')),
  'a text of lines': matter(around('topic: |\n', fill('  word\n'))),
  aliases: matter(
    around(
      'a: &a [x]\n',
      fill(n => `b${n}: [*a, *a, *a]\n`),
    ),
  ),
  'an alias bomb': matter(fill(n => (n === 0 ? 'a0: &a0 [x, x]\n' : `a${n}: &a${n} [*a${n - 1}, *a${n - 1}]\n`))),
  'anchors like entities': matter(fill(n => `<!ENTITY e${n} "&e${n};&e${n};">\n`)),
  'tags of YAML': matter(fill(n => `a${n}: !!js/function "x"\n`)),
  'comments of YAML': matter(fill('# a\n')),
  'merge keys': matter(
    around(
      'a: &a {b: c}\n',
      fill(n => `d${n}:\n  <<: *a\n`),
    ),
  ),
  'quotes of YAML': matter(fill("'")),
  'no end': around('---\n', fill('a: b\n')),
  'frontmatter over and over': fill('---\na: b\n---\n'),
}
