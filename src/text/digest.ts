import type * as Crypto from 'node:crypto'
import {createRequire} from 'node:module'

// Loaded with the first message: it takes as long as a small document.
const require = createRequire(import.meta.url)
let crypto: typeof Crypto | undefined

/** A short name for a text: the first 16 hexadecimal digits of its SHA-256. The same text has the same one everywhere. */
export function digest(text: string): string {
  crypto ??= require('node:crypto') as typeof Crypto
  return crypto.createHash('sha256').update(text).digest('hex').slice(0, 16)
}
