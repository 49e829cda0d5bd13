import {relative} from 'node:path'
import {count} from '../../reporters/index.js'
import type {Seen} from '../../workspace/index.js'
import type {Context} from '../types.js'
import {asUsage} from './as-usage.js'
import {listed, UsageError} from './usage.js'

type Run<V> = (args: readonly string[], values: V, context: Context) => Promise<number>

/** What of a command line decides whether it can be watched. */
interface WatchValues {
  readonly watch: boolean
  readonly format: string | undefined
  readonly [option: string]: unknown
}

// Formats for people. What other tools read is one document, not one after the other.
const FORMATS: readonly string[] = ['text', 'compact']
// What is not the work tree, and what writes what it reads.
const CLASHING = ['staged', 'update-baseline', 'prune-baseline', 'fix', 'fix-unsafe']
const MOST_SHOWN = 3

/** A command's run that is done again and again with `--watch`: whenever something changes that it looked at. */
export function watchable<V extends WatchValues>(run: Run<V>): Run<V> {
  return (args, values, context) => (values.watch ? watch(run, args, values, context) : run(args, values, context))
}

// Ends with 0 when the user ends it: what was found last is no failure of watching. A command line that cannot be followed
// ends it at once; a config or a schema that breaks later is told, and watched until it is mended.
async function watch<V extends WatchValues>(
  run: Run<V>,
  args: readonly string[],
  values: V,
  context: Context,
): Promise<number> {
  checkWatchable(args, values)
  const {noteArguments, noting, watcherOf} = await import('../../workspace/watch/index.js')
  const watcher = watcherOf()
  void context.interrupted().then(watcher.close)
  let before: Seen | undefined
  try {
    for (;;) {
      const since = Date.now()
      const seen: Seen = {files: new Set(), folders: new Set()}
      await noteArguments(args, context.cwd, seen)
      try {
        await run(args, values, {...context, observe: workspace => noting(workspace, seen)})
      } catch (error) {
        if (before === undefined || !(error instanceof UsageError)) throw error
        context.note(`spec: ${error.message}`)
        // It did not get to see all, but the run before did.
        for (const path of before.files) seen.files.add(path)
        for (const path of before.folders) seen.folders.add(path)
      }
      await asUsage(watcher.set(seen, since))
      if (before === undefined || context.clear) context.note('Watching for changes, Ctrl-C ends it')
      const changes = await watcher.changes()
      if (changes.length === 0) return 0
      if (context.clear) context.clear()
      else context.note('')
      context.note(changeWords(changes, context))
      before = seen
    }
  } finally {
    watcher.close()
  }
}

function checkWatchable(args: readonly string[], values: WatchValues): void {
  const {format} = values
  if (args.includes('-'))
    throw new UsageError('Unexpected --watch with "-", expected files: standard input has one end')
  for (const name of CLASHING)
    if (values[name] === true) throw new UsageError(`Unexpected --watch with --${name}, expected one of them`)
  if (format !== undefined && !FORMATS.includes(format))
    throw new UsageError(`Unexpected --watch with --format ${format}, expected ${listed(FORMATS)}`)
}

function changeWords(paths: readonly string[], {cwd}: Context): string {
  const shown = paths.slice(0, MOST_SHOWN).map(path => `"${relative(cwd, path) || '.'}"`)
  const more = paths.length - shown.length
  return `Changed: ${shown.join(', ')}${more > 0 ? ` and ${count(more, 'other')}` : ''}`
}
