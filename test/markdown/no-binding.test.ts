import {afterAll, expect, test} from 'vitest'

// The loader of the native engine takes the binding from there, and nowhere else.
const KEY = 'NAPI_RS_NATIVE_LIBRARY_PATH'
const before = process.env[KEY]
process.env[KEY] = '/nowhere/binding.node'
const {parse, useEngine} = await import('../../src/markdown/index.js')
afterAll(() => {
  if (before === undefined) delete process.env[KEY]
  else process.env[KEY] = before
})

test('where the native engine cannot be loaded the reference reads, and who asks for the other is told in one line', () => {
  expect(parse('# A\n\n*b*\n').children.map(({type}) => type)).toEqual(['heading', 'paragraph'])
  expect(() => useEngine('satteri')).toThrow(
    /^The engine satteri cannot be loaded here \([^\r\n]+\); remark reads the same$/,
  )
  // It goes on with what was chosen before.
  expect(parse('- [x] c\n').children).toMatchObject([{type: 'list', children: [{checked: true}]}])
})
