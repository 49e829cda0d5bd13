// The real documents that all inputs are made from.
import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'

const root = fileURLToPath(new URL('../../../../shared/corpus/atomic', import.meta.url))

/** The spec that stands for one of 30 KB. */
export const ONE_PATH = 'specs/2026-03-23-ask-user-question-dsl-node-type.md'

/**
 * @returns {{specs: {path: string, text: string}[], research: {path: string, text: string}[]} | undefined} undefined where the
 * corpus is not beside the project
 */
export function readCorpus() {
  if (!existsSync(root)) return undefined
  return {specs: documents('specs'), research: documents('research')}
}

function documents(folder) {
  return readdirSync(join(root, folder), {recursive: true, encoding: 'utf8'})
    .filter(name => name.endsWith('.md'))
    .map(name => name.replaceAll('\\', '/'))
    .sort()
    .map(name => ({path: `${folder}/${name}`, text: readFileSync(join(root, folder, name), 'utf8')}))
}
