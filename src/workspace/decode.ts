import {constants, isUtf8} from 'node:buffer'
import {itemAt, sizeText} from '../text/index.js'
import type {Reading} from './types.js'

/**
 * Bytes as text: UTF-8, strictly, for a silent U+FFFD would be checked as if the author had written it. A byte order mark
 * stays in the text, so that offsets fit the file.
 */
export function decode(bytes: Uint8Array): Reading {
  // No string is longer, whatever limit the user has set.
  if (bytes.length > constants.MAX_STRING_LENGTH) return tooLarge(constants.MAX_STRING_LENGTH, bytes.length)
  if (!isUtf8(bytes)) return {ok: false, code: 'not-utf8', reason: `Expected UTF-8, ${describe(bytes)}`}
  const {buffer, byteOffset, length} = bytes
  return {ok: true, text: Buffer.from(buffer, byteOffset, length).toString(), bytes: length}
}

/** What a file of too many bytes is told. */
export function tooLarge(limit: number, bytes?: number): Reading & {ok: false} {
  const reason =
    bytes === undefined
      ? `Unexpected size of more than ${sizeText(limit)}`
      : `Unexpected size of ${bytes} bytes, expected at most ${sizeText(limit)}`
  return {ok: false, code: 'too-large', reason}
}

function describe(bytes: Uint8Array): string {
  const [first, second] = bytes
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return 'unexpected UTF-16'
  const offset = firstInvalid(bytes)
  const line = countLines(bytes.subarray(0, offset + 1))
  return `unexpected byte 0x${itemAt(bytes, offset).toString(16).padStart(2, '0')} in line ${line}`
}

// Decoded loosely, the first wrong sequence is the first U+FFFD that does not stand in the bytes as such.
function firstInvalid(bytes: Uint8Array): number {
  const loose = new TextDecoder('utf-8', {ignoreBOM: true}).decode(bytes)
  let offset = 0
  for (let from = 0; ; ) {
    const at = loose.indexOf('\uFFFD', from)
    offset += Buffer.byteLength(loose.slice(from, at))
    const genuine = bytes[offset] === 0xef && bytes[offset + 1] === 0xbf && bytes[offset + 2] === 0xbd
    if (!genuine) return offset
    offset += 3
    from = at + 1
  }
}

/** Lines of a text in any encoding that extends ASCII: ended by LF, CRLF or CR; a final line ending opens none. */
export function countLines(bytes: Uint8Array): number {
  let count = 0
  let last = LF
  // By index: an iterator takes ten times as long, and this runs over every file that is cited with lines.
  for (let index = 0; index < bytes.length; index++) {
    const byte = bytes[index] as number
    if (byte === CR || (byte === LF && last !== CR)) count++
    last = byte
  }
  return last === LF || last === CR ? count : count + 1
}

const LF = 0x0a
const CR = 0x0d
