import {join} from 'node:path'
import {INDEX, mayHoldList} from '../listing/index.js'
import {folderOf} from '../text/index.js'
import {isIndexPage} from './kinds.js'
import {isMarkdown} from './paths.js'
import type {Gathering} from './selection.js'
import type {Selecting} from './take.js'

/** Takes a document that no kind claims, where it is a page that lists specs. */
export async function takePage(selecting: Selecting, path: string, found: Gathering): Promise<void> {
  if (await isListingPage(selecting, path)) found.add({path, kind: INDEX, named: false})
}

/** Takes the index pages of the folders around the governed ones, up to the root: the README that tells of all that is below. */
export async function takePagesAround(selecting: Selecting, found: Gathering): Promise<void> {
  const {root, governed, folders, claim, pages} = selecting
  if (!pages) return
  for (const folder of new Set(governed.flatMap(foldersAround))) {
    const listing = await folders.list(join(root, folder))
    if (typeof listing === 'string') continue
    for (const [name, type] of listing) {
      const path = folder === '' ? name : `${folder}/${name}`
      if (type !== 'file' || !isMarkdown(name) || !isIndexPage(path)) continue
      const {kind, isOff} = claim(path)
      if (kind === undefined && !isOff) await takePage(selecting, path, found)
    }
  }
}

function foldersAround(path: string): string[] {
  if (path === '') return []
  const folder = folderOf(path)
  return [folder, ...foldersAround(folder)]
}

// Who says what kind it is means to be read as that.
export async function isListingPage({pages, workspace}: Selecting, path: string): Promise<boolean> {
  if (!pages) return false
  const reading = await workspace.read(path)
  return reading.ok && mayHoldList(reading.text) && !/<!--\s*spec:\s/.test(reading.text.slice(-500))
}
