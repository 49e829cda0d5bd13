import {createHash} from 'node:crypto'
import {existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'

const folder = fileURLToPath(new URL('found/', import.meta.url))

/** Writes an input in which a fault has shown to `found/`, by the fault's name; returns the file's. Give it a better one. */
export function keep({name, words, seed, family, index, input}) {
  const mark = createHash('sha256').update(JSON.stringify(input)).digest('hex').slice(0, 6)
  const file = `${name}-${mark}.json`
  mkdirSync(folder, {recursive: true})
  writeFileSync(`${folder}${file}`, `${ascii(JSON.stringify({name, words, seed, family, index, input}, null, 2))}\n`)
  return `test/fuzz/found/${file}`
}

/** Inputs in which faults have shown once, by the names of their files. */
export function kept() {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter(name => name.endsWith('.json'))
    .sort()
    .map(file => ({file, ...JSON.parse(readFileSync(folder + file, 'utf8'))}))
}

// What acts on a terminal or on a reader of the difference stands by its number.
function ascii(json) {
  return json.replace(/[^\n\u0020-\u007e]/g, sign => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
