import {basename} from 'node:path'
import {quoted} from '../suggest.js'
import {withExtended} from './extend.js'
import {CONFIG_NAME, configsIn} from './find.js'
import {failure} from './read.js'
import type {ConfigFailure, ConfigFile} from './types.js'

export {configsIn} from './find.js'
export {settingsOf} from './settings.js'
export type {ConfigFailure, ConfigFile, ConfigProblem} from './types.js'

/**
 * The config of a root with those that it extends, in the order in which they count; none: nothing is configured. Packages are
 * looked for upwards to `reach`.
 */
export async function configOf(root: string, reach = root): Promise<ConfigFile[] | ConfigFailure> {
  const [path, another] = configsIn(root)
  if (path === undefined) return []
  const range = {start: {line: 1, column: 1, offset: 0}, end: {line: 1, column: 1, offset: 0}}
  if (another !== undefined) {
    const reason = `Unexpected second config beside ${quoted(basename(path))}, expected one in a folder`
    return failure(another, '', [{range, reason}])
  }
  if (!CONFIG_NAME.test(basename(path))) {
    const reason =
      'Unexpected kind of config, expected spec.config.json or spec.config.yaml: a config holds data and no code'
    return failure(path, '', [{range, reason}])
  }
  return withExtended(path, root, reach)
}
