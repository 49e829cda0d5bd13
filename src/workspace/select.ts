import {join, posix} from 'node:path'
import {selectArgument} from './arguments.js'
import {selectBelow} from './below.js'
import {scan} from './globs.js'
import {isNestedIn} from './homes.js'
import {noteMissing, tellIdle} from './idle.js'
import {RESEARCH} from './kinds.js'
import {takePagesAround} from './pages.js'
import {liesIn} from './paths.js'
import {type Gathering, gathering} from './selection.js'
import {quoted} from './suggest.js'
import {type Selecting, type Selector, selectGoverned} from './take.js'
import type {Selected, Selection, SelectOptions, Settings} from './types.js'

/** The files that a command's arguments name; none: the documents in the workspace's folders. See `Workspace.select`. */
export async function select(
  selector: Selector,
  args: readonly string[],
  {research = false, pages = false, alone = false, idle = true, ignoreUnknown = false}: SelectOptions = {},
): Promise<Selection> {
  const selecting: Selecting = {...selector, governed: await governedFolders(selector), research, pages}
  const found = gathering(ignoreUnknown && args.length > 0 ? file => isKnown(file, selecting) : undefined)
  noteMissing(selecting, found)
  if (args.length === 0) {
    if (idle) await tellIdle(selecting, found)
    const below = alone ? 0 : await selectBelow(selecting, '', found)
    await selectDefault(selecting, found, below > 0)
    await takePagesAround(selecting, found)
  }
  for (const argument of args) await selectArgument(selecting, argument, found)
  return found.done()
}

// What would be taken without arguments, too.
function isKnown({kind}: Selected, {research}: Selecting): boolean {
  return kind !== undefined && (research || kind !== RESEARCH)
}

async function selectDefault(selecting: Selecting, found: Gathering, hasOthers: boolean): Promise<void> {
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
    if (count > 0 || idle || hasOthers || isConfigured(settings, folder, isResearch)) continue
    const code = isResearch ? 'no-research' : 'no-specs'
    found.note({code, text: `No ${isResearch ? 'research documents' : 'specs'} in ${quoted(folder)}`})
  }
}

// Of what the config names it was told before, and as an error; who has kinds of one's own needs none of ours.
function isConfigured({specs, research, origins, kinds}: Settings, folder: string, isResearch: boolean): boolean {
  if (origins.has(isResearch ? 'research' : 'specs') || ![...specs, ...research].includes(folder)) return true
  return !isResearch && kinds.some(({name}) => origins.has(`kinds/${name}/files`))
}

/** Folders in which the kinds' globs rule. Those outside are cited, and those of other workspaces ruled there. */
export async function governedFolders({root, settings}: Pick<Selector, 'root' | 'settings'>): Promise<string[]> {
  const {specs, research, outside, kinds} = settings
  const folders = new Set([...specs, ...research.filter(folder => !outside.includes(folder))])
  for (const glob of kinds.flatMap(kind => kind.files)) {
    // What names one file speaks of its folder.
    const {base} = (await scan(glob)) ?? {base: folderOf(glob)}
    if (![...folders].some(folder => liesIn(base, folder))) folders.add(base)
  }
  return [...folders].filter(folder => !isNestedIn(root, join(root, folder)))
}

function folderOf(path: string): string {
  const folder = posix.dirname(path)
  return folder === '.' ? '' : folder
}
