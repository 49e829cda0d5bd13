import {expect, test} from 'vitest'
import {bold, italic, request, roff} from '../../src/cli/roff.js'

test('a text is printed letter by letter', () => {
  expect(roff('a-b \'c\' "d" `e` ^f ~g \\h')).toBe('a\\-b \\(aqc\\(aq \\(dqd\\(dq \\(gae\\(ga \\(haf \\(tig \\(rsh')
  expect(roff('one\n  two')).toBe('one two')
  expect(roff('–é😀')).toBe('\\[u2013]\\[u00E9]\\[u1F600]')
})

test('a line that begins with a full stop is no request', () => {
  expect(roff('.git')).toBe('\\&.git')
  expect(bold('.x')).toBe('\\fB\\&.x\\fR')
  expect(italic('FILE')).toBe('\\fIFILE\\fR')
  expect(request('TH', 'a b', '.c')).toBe('.TH "a b" "\\&.c"')
})
