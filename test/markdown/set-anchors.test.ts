import {expect, test} from 'vitest'
import {anchorsOf, parse} from '../../src/markdown/index.js'

const anchorsIn = (html: string) => anchorsOf(parse(html))

test.each([
  ['<a id="one"></a><a name=\'two\'></a><a\n\tid = three>', ['one', 'two', 'three']],
  ['<p><a class="x" id="one" name="two"></p>', ['one']],
  ['<p id=""><a id=one></p>', ['one']],
  ['<p> id=none <a id=one></p>', ['one']],
  ['<p> id="<a id=one>"</p>', ['one']],
  ['<p id="a>b"></p>', ['a>b']],
  ['<p <a id=one></p>', ['one']],
  ['<!-- <a id="one"> -->', ['one']],
  ['<!-- id=none -->', []],
])('%s sets %j', (html, anchors) => {
  expect(anchorsIn(`${html}\n`)).toEqual(anchors)
})

test('tags that are not closed are read once', () => {
  expect(anchorsOf(parse(`<div\n${'<a '.repeat(200_000)}\n`, Number.POSITIVE_INFINITY))).toEqual([])
})
