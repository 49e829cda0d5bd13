import {basename, dirname, join} from 'node:path'
import {selectArgument} from './arguments.js'
import {compile, scan} from './globs.js'
import {RESEARCH} from './kinds.js'
import {liesIn} from './paths.js'
import {type Gathering, gathering} from './selection.js'
import {quoted} from './suggest.js'
import {type Selecting, type Selector, selectGoverned} from './take.js'
import type {Selected, Selection, SelectOptions, Settings} from './types.js'

/** The files that a command's arguments name; none: the documents in the workspace's folders. See `Workspace.select`. */
export async function select(
  selector: Selector,
  args: readonly string[],
  options: SelectOptions = {},
): Promise<Selection> {
  const selecting: Selecting = {
    ...selector,
    governed: await governedFolders(selector.settings),
    research: options.research === true,
  }
  const found = gathering(options.ignoreUnknown && args.length > 0 ? file => isKnown(file, selecting) : undefined)
  if (args.length === 0) await selectDefault(selecting, found)
  for (const argument of args) await selectArgument(selecting, argument, found)
  return found.done()
}

// What would be taken without arguments, too.
function isKnown({kind}: Selected, {research}: Selecting): boolean {
  return kind !== undefined && (research || kind !== RESEARCH)
}

async function selectDefault(selecting: Selecting, found: Gathering): Promise<void> {
  const {root, governed, settings, research: asked} = selecting
  for (const problem of await idleSettings(selecting)) found.problem(problem)
  for (const folder of governed) {
    const isResearch = settings.research.some(research => liesIn(folder, research))
    const idle = isResearch && !asked
    // Of research that was not asked for, only what no kind claims is of interest.
    const count = await selectGoverned(
      selecting,
      join(root, folder),
      idle ? {...found, problem: () => undefined, addPassed: () => undefined} : found,
    )
    if (count > 0 || idle || isConfigured(settings, folder, isResearch)) continue
    const code = isResearch ? 'no-research' : 'no-specs'
    found.note({code, text: `No ${isResearch ? 'research documents' : 'specs'} in ${quoted(folder || '.')}`})
  }
}

// Of what the config names it was told before, and as an error; who has kinds of one's own needs none of ours.
function isConfigured({specs, research, origins, kinds}: Settings, folder: string, isResearch: boolean): boolean {
  if (origins.has(isResearch ? 'research' : 'specs') || ![...specs, ...research].includes(folder)) return true
  return !isResearch && kinds.some(({name}) => origins.has(`kinds/${name}/files`))
}

/** What the config names and is not there: a typing error would be a green run. */
async function idleSettings({root, settings, folders}: Selecting): Promise<string[]> {
  const {origins, specs, research, kinds} = settings
  const problems: string[] = []
  const where = (key: string): string => {
    const origin = origins.get(key)
    return origin ? ` (${basename(origin.path)}:${origin.range.start.line})` : ''
  }
  for (const [key, paths] of [['specs', specs] as const, ['research', research] as const]) {
    for (const path of origins.has(key) ? paths : [])
      if (!(await folders.walk(join(root, path))).exists)
        problems.push(`The folder ${quoted(path)} of the config does not exist${where(key)}`)
  }
  for (const {name, files} of kinds) {
    const key = `kinds/${name}/files`
    for (const glob of origins.has(key) ? files : []) {
      const {base, pattern} = (await scan(glob)) ?? {base: dirname(glob), pattern: basename(glob)}
      const fits = await compile([pattern])
      const there = (await folders.walk(join(root, base))).files.some(fits)
      if (!there) problems.push(`The glob ${quoted(glob)} of the kind ${name} matches nothing${where(key)}`)
    }
  }
  return problems
}

/** The folders in which the kinds' globs rule, relative to the root. */
export async function governedFolders({specs, research, kinds}: Settings): Promise<string[]> {
  const folders = new Set([...specs, ...research])
  for (const glob of kinds.flatMap(kind => kind.files)) {
    const {base} = (await scan(glob)) ?? {base: glob}
    if (![...folders].some(folder => liesIn(base, folder))) folders.add(base)
  }
  return [...folders]
}
