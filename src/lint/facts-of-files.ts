import type {Facts} from '../facts/index.js'
import {LimitError} from '../markdown/index.js'
import {rethrowUnless} from '../text/index.js'
import type {Selected, Workspace} from '../workspace/index.js'
import type {LintOptions} from './options.js'
import {readFacts} from './read-facts.js'
import {readSelected} from './read-selected.js'
import {rulingsOf} from './rulings.js'
import type {FileReport, Kind, Severities} from './types.js'

/** A document with its facts, or the reason why there are none. */
export type FactsOfFile = Pick<FileReport, 'path'> & {
  /** A path of the workspace that the document belongs to as one of the workspace that was asked. */
  outward(path: string): string
} & (
    | {ok: true; kind: Kind; severities: Severities | undefined; facts: Facts; skipped: FileReport['skipped']}
    | {ok: false; kind: FileReport['kind']; reason: string}
  )

/** Reads the facts of files one after the other, so that no more than one document is in memory at a time. */
export async function* factsOfFiles(
  files: readonly Selected[],
  options: Pick<LintOptions, 'kind' | 'kinds' | 'limits'> & {workspace: Workspace},
): AsyncGenerator<FactsOfFile> {
  const {limits} = options
  const rulingOf = await rulingsOf(options.workspace, files, options)
  for (const selected of files) {
    const {home, kinds, severities} = rulingOf(selected)
    const {workspace, path, outward} = home
    const found = await readSelected({...selected, path}, {...options, workspace}, kinds)
    if (!found.ok) {
      yield {path: selected.path, outward, ok: false, kind: found.kind, reason: found.reason}
      continue
    }
    const {text, kind} = found
    try {
      const {facts, skipped} = await readFacts({text, path, kind, workspace, limits})
      yield {path: selected.path, outward, ok: true, kind, severities, facts, skipped}
    } catch (error) {
      rethrowUnless(error, LimitError)
      yield {path: selected.path, outward, ok: false, kind: kind.name, reason: error.message}
    }
  }
}
