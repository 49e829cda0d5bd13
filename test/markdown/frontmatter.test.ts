import {expect, test} from 'vitest'
import {parse} from '../../src/markdown/index.js'

const types = (text: string) => parse(text).children.map(node => node.type)

test.each([
  ['---\na: b\n---\n\n- x\n', ['yaml', 'list']],
  ['---\n---\n', ['yaml']],
  ['---  \r\na: b\r\n--- \r\n> x\r\n', ['yaml', 'blockquote']],
  ['\uFEFF---\na: b\n---', ['yaml']],
])('frontmatter: %j', (text, expected) => {
  expect(types(text)).toEqual(expected)
})

test.each([
  ['---\n\n- x\n\n> y\n', ['thematicBreak', 'list', 'blockquote']],
  ['---\na: b\n\n1. x\n', ['thematicBreak', 'paragraph', 'list']],
  ['\uFEFF---\n- x\n', ['thematicBreak', 'list']],
  ['---', ['thematicBreak']],
  ['---\n- x\n ---\n', ['thematicBreak', 'list', 'thematicBreak']],
])('a rule, and what follows is read all the same: %j', (text, expected) => {
  expect(types(text)).toEqual(expected)
})
