import {INDEX} from '../listing/index.js'
import type {Selected} from '../workspace/index.js'

/** Whether a file is a page that lists specs. */
export function isPage({kind}: Selected): boolean {
  return kind === INDEX
}

/** Pages that list specs come last: what they list was read by then. */
export function lastPages(files: readonly Selected[]): Selected[] {
  return [...files.filter(file => !isPage(file)), ...files.filter(isPage)]
}
