import {readdirSync} from 'node:fs'
import {join} from 'node:path'
// Not by the room's index, which loads what reads YAML.
import {compareCodeUnits} from '../../text/compare.js'

/** Names of a config: `spec.config.json`, `spec.config.yaml`, `spec.config.yml`. */
export const CONFIG_NAME = /^spec\.config\.(?:json|ya?ml)$/
/** Names that mark a workspace, readable as a config or not. */
export const CONFIG_MARK = /^spec\.config\.[^.]+$/

/** Files in a folder that are named like a config, readable as one or not; absolute, sorted. */
export function configsIn(folder: string): string[] {
  try {
    return readdirSync(folder, {withFileTypes: true})
      .filter(entry => !entry.isDirectory() && CONFIG_MARK.test(entry.name))
      .map(entry => join(folder, entry.name))
      .sort(compareCodeUnits)
  } catch {
    return []
  }
}
