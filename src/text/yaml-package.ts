import {createRequire} from 'node:module'

// Loaded where something is read with it: flat frontmatter is not.
const require = createRequire(import.meta.url)
let loaded: typeof import('yaml') | undefined

export function yaml(): typeof import('yaml') {
  loaded ??= require('yaml') as typeof import('yaml')
  return loaded
}
