import {array, assert, constantFrom, integer, oneof, property, string, tuple} from 'fast-check'
import {test} from 'vitest'
import {linesOf} from '../../src/markdown/index.js'
import {displayWidth} from '../../src/reporters/index.js'
import {contextOf, message, printed, reportOf} from './support.js'

const sign = oneof(
  constantFrom(
    'a',
    'b ',
    '\t',
    '\n',
    '\r\n',
    '\r',
    '日',
    '🎉',
    '👩‍💻',
    '🇳🇱',
    'e\u0301',
    '\u202e',
    '\x1b',
    '\u2028',
    '\ud800',
  ),
  string({unit: 'binary', maxLength: 3}),
)
const document = array(sign, {maxLength: 200}).map(signs => signs.join(''))

test('whatever stands in a document, and wherever the range lies, the report keeps to its columns and its lines', () => {
  assert(
    property(
      document,
      tuple(integer({min: 0, max: 400}), integer({min: 0, max: 400})),
      integer({min: 40, max: 120}),
      (source, [a, b], columns) => {
        const lines = linesOf(source)
        const range = {start: lines.pointAt(Math.min(a, b)), end: lines.pointAt(Math.max(a, b))}
        const found = message(range, {
          reason: source,
          help: source,
          suggestions: [source],
          related: [{range, reason: source}],
        })
        const context = contextOf({'specs/a.md': source}, {columns})
        const text = printed('text', reportOf([{messages: [found]}]), context)
        for (const line of text.split('\n')) {
          if (/[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u202e]/u.test(line)) throw new Error(`Unprintable: ${JSON.stringify(line)}`)
          // A word is never broken, so only lines of source and marks must fit.
          if (/^ *\d* ?│/.test(line) && displayWidth(line) > columns)
            throw new Error(`Too wide: ${JSON.stringify(line)}`)
        }
        if (!/^ *│ +\^/m.test(text)) throw new Error('Nothing is marked')
      },
    ),
    {numRuns: 300, seed: 20_261_123},
  )
})
