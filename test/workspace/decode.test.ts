import {constants} from 'node:buffer'
import fc from 'fast-check'
import {expect, test} from 'vitest'
import {linesOf} from '../../src/markdown/index.js'
import {countLines, decode} from '../../src/workspace/decode.js'

test('keeps a byte order mark, line endings and a genuine U+FFFD', () => {
  const text = '\uFEFF# A\r\nb\rc\n\uFFFD\u0000'
  expect(decode(Buffer.from(text))).toEqual({ok: true, text, bytes: Buffer.byteLength(text)})
  expect(decode(new Uint8Array())).toEqual({ok: true, text: '', bytes: 0})
})

test('refuses what is longer than any string', () => {
  const [most, size] = [constants.MAX_STRING_LENGTH, constants.MAX_STRING_LENGTH + 1]
  const reason = `Unexpected size of ${size} bytes, expected at most ${most} bytes`
  expect(decode(Buffer.alloc(size))).toEqual({ok: false, code: 'too-large', reason})
})

test.each([
  ['a lone byte', Buffer.from([0x23, 0x0a, 0xff]), 'unexpected byte 0xff in line 2'],
  ['a cut sequence', Buffer.from([0xe2, 0x82]), 'unexpected byte 0xe2 in line 1'],
  ['a surrogate', Buffer.from([0x0a, 0x0a, 0xed, 0xa0, 0x80]), 'unexpected byte 0xed in line 3'],
  ['an overlong form', Buffer.from([0xc0, 0xaf]), 'unexpected byte 0xc0 in line 1'],
  ['Latin 1', Buffer.from('# Ü\r\n# Maß\r\n', 'latin1'), 'unexpected byte 0xdc in line 1'],
  ['one after a genuine U+FFFD', Buffer.from([0xef, 0xbf, 0xbd, 0x0d, 0x0a, 0xfe]), 'unexpected byte 0xfe in line 2'],
  ['UTF-16', Buffer.from('\uFEFF# A', 'utf16le'), 'unexpected UTF-16'],
])('refuses %s', (_, bytes, found) => {
  expect(decode(bytes)).toEqual({ok: false, code: 'not-utf8', reason: `Expected UTF-8, ${found}`})
})

test('any bytes: decoded without loss, or refused with the first wrong byte', () => {
  fc.assert(
    fc.property(fc.uint8Array({maxLength: 60}), bytes => {
      const reading = decode(bytes)
      if (reading.ok) {
        expect(Buffer.from(reading.text)).toEqual(Buffer.from(bytes))
        return
      }
      const [, hex, line] = /0x(..) in line (\d+)$/.exec(reading.reason) ?? []
      if (hex === undefined) {
        expect(reading.reason).toMatch(/UTF-16$/)
        return
      }
      const lines = Buffer.from(bytes)
        .toString('latin1')
        .split(/\r\n|\r|\n/)
      expect(lines[Number(line) - 1]).toContain(String.fromCharCode(Number.parseInt(hex, 16)))
    }),
    {numRuns: 500},
  )
})

test('counts lines as the Markdown room does', () => {
  const text = fc.array(fc.constantFrom('a', '\n', '\r', '\r\n', 'é', '\u2028', '\uFEFF')).map(parts => parts.join(''))
  fc.assert(
    fc.property(text, text => {
      expect(countLines(Buffer.from(text))).toBe(linesOf(text).count)
    }),
  )
})

test.each([
  [[0xff, 0xfe], 'unexpected UTF-16'],
  [[0xfe, 0xff], 'unexpected UTF-16'],
  [[0xfe, 0x41], 'unexpected byte 0xfe in line 1'],
  [[0xff, 0x41], 'unexpected byte 0xff in line 1'],
  [[0x0a, 0x41, 0xe9], 'unexpected byte 0xe9 in line 2'],
])('the bytes %j', (bytes, words) => {
  expect(decode(Uint8Array.from(bytes))).toEqual({ok: false, code: 'not-utf8', reason: `Expected UTF-8, ${words}`})
})
