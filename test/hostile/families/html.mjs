import {around, fill, nest} from './make.mjs'

/** HTML, in blocks and within words. */
export const HTML = {
  'comments that do not close': fill('<!--'),
  'comments that do not close, a line each': fill('<!-- a\n'),
  comments: fill('<!-- a -->\n'),
  'comments in words': fill('a <!-- b --> '),
  'comments in words that do not close': around('a ', fill('<!-- b ')),
  exceptions: fill('<!-- spec-lint-disable-next-line dead-citation: quoted -->\n\na\n\n'),
  'exceptions that are none': fill('<!-- spec-lint-disable -->\n\n'),
  instructions: around('a ', fill('<?')),
  'instructions in blocks': fill('<?a\n'),
  declarations: around('a ', fill('<!A ')),
  CDATA: around('a ', fill('<![CDATA[')),
  tags: nest('<div>', 'a', '</div>'),
  'tags that do not close': fill('<div>\n\n'),
  'tags in words': fill('a <b>c</b> '),
  'openers of tags in words': around('a ', fill('<b ')),
  attributes: around('a <b ', fill('c="d" '), '>'),
  'attributes that do not close': around('a ', fill('<b c="')),
  'scripts that do not close': fill('<script>\n'),
  'drawings folded away': fill('<details>\n<summary>a</summary>\n\n- b\n\n</details>\n\n'),
}
