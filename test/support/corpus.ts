import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'

const root = fileURLToPath(new URL('../../../shared/corpus/atomic', import.meta.url))

/** Root of the real corpus, or undefined on a machine that has none: tests on it are skipped there, with a word. */
export const corpus: string | undefined = existsSync(root) ? root : undefined

if (corpus === undefined) console.warn('The corpus is not beside the project: tests on real documents are skipped.')

/** One of the corpus' JSON files. */
export function truth<T>(name: 'expected' | 'outlines' | 'citations' | 'relevance'): T {
  return JSON.parse(readFileSync(`${root}/${name}.json`, 'utf8')) as T
}

/** All its Markdown, less byte order marks; none without the corpus. */
export function documents(): {path: string; text: string}[] {
  if (corpus === undefined) return []
  return readdirSync(root, {recursive: true, encoding: 'utf8'})
    .filter(name => name.endsWith('.md'))
    .sort()
    .map(path => ({path, text: readFileSync(`${root}/${path}`, 'utf8').replace(/^\uFEFF/, '')}))
}
