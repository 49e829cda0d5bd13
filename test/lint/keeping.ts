import {builtInKinds} from '../../src/lint/kinds.js'
import {findApart} from '../../src/lint/lint-file.js'
import type {Subject} from '../../src/lint/read-facts.js'
import {openResults} from '../../src/lint/results/open.js'
import {openWorkspace, type Workspace} from '../../src/workspace/index.js'

export const kinds = await builtInKinds()
export const rfc = kinds.rfc as (typeof kinds)[string]

const LINKS = 'See [told](../research/search.md#findings) and [gone](../docs/notes.md).\n'
export const FILES = {'specs/a.md': `# A\n\n${LINKS}`, 'research/search.md': '# Search\n\n## Findings\n\nText.\n'}

/** What runs after one another keep, and how often they have written. */
export function memory() {
  const texts = new Map<string, string>()
  const done = {puts: 0}
  const store: Workspace['store'] = {
    get: async name => texts.get(name),
    put: async (name, text) => {
      done.puts++
      texts.set(name, text)
    },
  }
  const only = () => JSON.parse([...texts.values()][0] ?? 'null')
  const edit = (by: (text: string) => string) => {
    for (const [name, text] of texts) texts.set(name, by(text))
  }
  return {store, done, only, edit, names: () => [...texts.keys()]}
}

export type Memory = ReturnType<typeof memory>

/** A workspace that keeps there. */
export async function open(root: string, kept: Memory): Promise<Workspace> {
  return {...(await openWorkspace({root, cwd: root, date: '2026-01-15'})), store: kept.store}
}

export const TEXT = FILES['specs/a.md']

/** A run over documents, by their paths with what is told of each; says which of them were looked at anew. */
export async function run(
  workspace: Workspace,
  documents: Record<string, Partial<Subject>> = {'specs/a.md': {}},
  isWhole = true,
  most?: number,
) {
  const results = await openResults(workspace, most)
  const anew: string[] = []
  const found = []
  for (const [path, more] of Object.entries(documents)) {
    const subject: Subject = {text: TEXT, path, kind: rfc, workspace, limits: undefined, ...more}
    const find = async () => {
      anew.push(path)
      return findApart(subject)
    }
    found.push(await results.of(subject, find))
  }
  return {anew, found, unkept: await results.keep(isWhole)}
}
