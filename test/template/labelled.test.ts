import type {Paragraph} from 'mdast'
import {expect, test} from 'vitest'
import {parse} from '../../src/markdown/index.js'
import {labelledLines} from '../../src/template/labelled.js'

test('a line end that a reference makes is none of the source', () => {
  const source = 'Author: Ada&#10;Lovelace\n'
  const [line, ...more] = labelledLines(parse(source).children[0] as Paragraph, source)
  expect(line).toMatchObject({label: 'Author', value: 'Ada Lovelace'})
  expect(source.slice(...(line?.valueRange ?? []))).toBe('Ada&#10;Lovelace')
  expect(more).toEqual([])
})
