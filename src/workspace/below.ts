import type {Gathering} from './selection.js'
import type {Selecting} from './take.js'
import type {Home} from './types.js'

/** Takes the documents of the workspaces in a folder, each by its own settings. Returns how many workspaces there are. */
export async function selectBelow(selecting: Selecting, folder: string, found: Gathering): Promise<number> {
  const {workspace, research, pages, settings} = selecting
  const homes: {root: string; home: Home}[] = []
  for (const root of await selecting.discover(folder)) {
    const home = await workspace.homeOf(`${root}/spec.config.yaml`)
    homes.push({root, home})
  }
  for (const {root, home} of homes) {
    const others = [settings, ...homes.filter(other => other.home !== home).map(other => other.home.workspace.settings)]
    // A config that others build on speaks of their folders.
    const isBase = home.workspace.settings.files.some(file => others.some(({files}) => files.includes(file)))
    const own = await home.workspace.select([], {research, pages, alone: true, idle: !isBase})
    const notes = own.notes.filter(({code}) => !(isBase && code === 'no-specs'))
    found.include({...own, notes}, home.outward, root)
  }
  return homes.length
}
