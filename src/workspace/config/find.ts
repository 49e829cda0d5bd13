import {type Dirent, readdirSync} from 'node:fs'
import {join} from 'node:path'
// Not by the room's index, which loads what reads YAML.
import {compareCodeUnits} from '../../text/compare.js'
import {noteConfigs} from '../trace/index.js'
import {CONFIG_MARK} from './mark.js'

export {CONFIG_MARK} from './mark.js'

/** Names of a config: `spec.config.json`, `spec.config.yaml`, `spec.config.yml`. */
export const CONFIG_NAME = /^spec\.config\.(?:json|ya?ml)$/

/** Files in a folder that are named like a config, readable as one or not; absolute, sorted. */
export function configsIn(folder: string): string[] {
  const entries = entriesOf(folder)
  noteConfigs(folder, entries)
  return entries
    .filter(entry => !entry.isDirectory() && CONFIG_MARK.test(entry.name))
    .map(entry => join(folder, entry.name))
    .sort(compareCodeUnits)
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, {withFileTypes: true})
  } catch {
    return []
  }
}
