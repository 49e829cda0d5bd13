import {decode} from '../../../dist/workspace/index.js'
import {named} from '../oracles/index.mjs'
import {document} from './document.mjs'

/** Bytes of a file (each one unit of the text `bytes`): decoded strictly, and then a document. */
export async function bytes({bytes, ...more}) {
  const raw = Buffer.from(bytes, 'latin1')
  const reading = decode(raw)
  const expected = strictly(raw)
  const [text, whole] = reading.ok ? [reading.text, reading.bytes] : [undefined, raw.length]
  if (text !== expected || whole !== raw.length) return named('decoded-otherwise', [JSON.stringify(text ?? reading)])
  if (text !== undefined) return document({...more, text})
  const line = lineOfFault(raw)
  return reading.reason.includes('UTF-16') || reading.reason.endsWith(`in line ${line}`)
    ? []
    : named('wrong-line-of-bytes', [`${reading.reason}, which stands in line ${line}`])
}

function strictly(raw) {
  try {
    return new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(raw)
  } catch {
    return undefined
  }
}

// The longest beginning that may still become UTF-8 ends before the fault, or before the sequence that it breaks off.
function lineOfFault(raw) {
  let good = 0
  for (let end = 1; end <= raw.length; end++) if (strictly(raw.subarray(0, end)) !== undefined) good = end
  return raw
    .subarray(0, good)
    .toString('latin1')
    .split(/\r\n|\n|\r/).length
}
