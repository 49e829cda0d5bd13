import {documents} from '../inputs/documents.mjs'
import {spiced} from '../inputs/hostile-signs.mjs'
import {extras} from './extras.mjs'

const ENDINGS = ['\n', '\r\n', '\r', '\n\r', '\r\r\n', '\u2028', '\u0085', '\v']
const MARKS = ['', '', '', '\xef\xbb\xbf', '\xef\xbb\xbf\xef\xbb\xbf', '\xff\xfe', '\xfe\xff', '\xef\xbb']
const BROKEN = [
  '\xff',
  '\xc0\x80',
  '\xed\xa0\x80',
  '\xf4\x90\x80\x80',
  '\xe2\x82',
  '\x80',
  '\xf0\x9f\x98',
  '\0',
  '\xef\xbf\xbd',
]

/** Bytes, valid and not, and texts that no file can hold: half of a surrogate pair. */
export default {
  name: 'bytes',
  weight: 25,
  make(choose) {
    const way = choose.pick([random, signs, ended, ended, broken, broken, surrogates])
    return {...way(choose), also: extras(choose)}
  },
}

const random = choose => ({
  subject: 'bytes',
  bytes: latin(choose.times(choose.between(0, 120), () => choose.upTo(256))),
})

// What Markdown is made of, and bytes that are no text between it.
const signs = choose => ({
  subject: 'bytes',
  bytes: choose
    .times(choose.between(1, 60), () => choose.pick([...'#`~>-|*_[]()<!\\&:\n\n\n\r\t 1.x', ...BROKEN.slice(-3)]))
    .join(''),
})

const ended = choose => ({
  subject: 'bytes',
  bytes:
    choose.pick(MARKS) +
    utf8(
      lines(
        choose,
        choose.times(2, () => choose.pick(ENDINGS)),
      ),
    ),
})

function broken(choose) {
  let {bytes} = ended(choose)
  for (let left = choose.between(1, 3); left > 0; left--) {
    const at = choose.upTo(bytes.length + 1)
    bytes = bytes.slice(0, at) + choose.pick(BROKEN) + bytes.slice(at + choose.upTo(2))
  }
  return {subject: 'bytes', bytes}
}

const surrogates = choose => ({subject: 'document', text: spiced(choose, lines(choose, ['\n']), 8)})

function lines(choose, endings) {
  const document = choose.pick(documents())
  const from = choose.upTo(document.length)
  const some = [...document.slice(0, choose.upTo(8)), ...document.slice(from, from + choose.between(1, 12))]
  return some.map(line => line + choose.pick(endings)).join('')
}

const latin = bytes => Buffer.from(bytes).toString('latin1')
const utf8 = text => Buffer.from(text).toString('latin1')
