import {join} from 'node:path'
import {selectArgument} from './arguments.js'
import {scan} from './globs.js'
import {liesIn} from './paths.js'
import {type Gathering, gathering} from './selection.js'
import {quoted} from './suggest.js'
import {type Selecting, type Selector, selectGoverned} from './take.js'
import type {Selection, Settings} from './types.js'

/** The files that a command's arguments name; none: the documents in the workspace's folders. See `Workspace.select`. */
export async function select(
  selector: Selector,
  args: readonly string[],
  options: {research?: boolean} = {},
): Promise<Selection> {
  const selecting: Selecting = {
    ...selector,
    governed: await governedFolders(selector.settings),
    research: options.research === true,
  }
  const found = gathering()
  if (args.length === 0) await selectDefault(selecting, found)
  for (const argument of args) await selectArgument(selecting, argument, found)
  return found.done()
}

async function selectDefault(selecting: Selecting, found: Gathering): Promise<void> {
  const {root, governed, settings, research: asked} = selecting
  for (const folder of governed) {
    const isResearch = settings.research.some(research => liesIn(folder, research))
    const idle = isResearch && !asked
    // Of research that was not asked for, only what no kind claims is of interest.
    const count = await selectGoverned(
      selecting,
      join(root, folder),
      idle ? {...found, problem: () => undefined, addPassed: () => undefined} : found,
    )
    if (count > 0 || idle) continue
    const code = isResearch ? 'no-research' : 'no-specs'
    found.note({code, text: `No ${isResearch ? 'research documents' : 'specs'} in ${quoted(folder || '.')}`})
  }
}

async function governedFolders({specs, research, kinds}: Settings): Promise<string[]> {
  const folders = new Set([...specs, ...research])
  for (const glob of kinds.flatMap(kind => kind.files)) {
    const {base} = (await scan(glob)) ?? {base: glob}
    if (![...folders].some(folder => liesIn(base, folder))) folders.add(base)
  }
  return [...folders]
}
