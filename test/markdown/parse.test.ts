import {afterEach, describe, expect, test} from 'vitest'
import {parse, useEngine} from '../../src/markdown/index.js'
import {engines} from '../support/engines.js'

afterEach(() => useEngine(undefined))

describe.each(engines)('a second byte order mark is a sign of the text, with %s', engine => {
  test.each([
    ['before a heading', '\uFEFF\uFEFF# a\n\n# b', 'paragraph', '\uFEFF# a'],
    ['alone in its line', '\uFEFF\uFEFF\n\n# b', 'paragraph', '\uFEFF'],
    ['before a third one', '\uFEFF\uFEFF\uFEFFx\n\n# b', 'paragraph', '\uFEFF\uFEFFx'],
    ['before emphasis', '\uFEFF\uFEFF*a*\n\n# b', 'paragraph', '\uFEFF'],
  ])('%s', (_where, text, type, value) => {
    useEngine(engine)
    const [first, last] = parse(text).children
    expect(first).toMatchObject({type, children: expect.arrayContaining([expect.objectContaining({value})])})
    expect(first?.position?.start).toEqual({line: 1, column: 1, offset: 1})
    expect(last?.position?.start).toEqual({line: 3, column: 1, offset: text.indexOf('# b')})
  })
})
