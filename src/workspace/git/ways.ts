import {join} from 'node:path'
import {gitFolderIn} from '../root.js'
import {noteMore} from '../trace/index.js'
import {isIgnored} from './ignored.js'
import {lookForWays, noteIgnoring} from './looks.js'
import type {Repository} from './repository.js'

// To look at them again takes longer, for some ten times as many, than to ask git.
const MOST_FOLDERS = 5000

/**
 * Notes what git meets that lists the files of some name below a folder (from the top), tracked or not, but what it ignores: a run
 * that is told again does not ask it. Beyond so many folders there is no trace.
 */
export async function noteWaysBelow(repository: Repository, folder: string, most = MOST_FOLDERS): Promise<void> {
  const {top} = repository
  const {trees} = await repository.index()
  noteIgnoring(top, `${folder}/-`)
  const folders = [folder]
  for (const path of folders) {
    if (folders.length > most) return noteMore()
    const ways = lookForWays(join(top, path))
    // git looks into no other repository. What only has its name is a folder as any other.
    if (path !== '' && ways.some(({name}) => name === '.git') && gitFolderIn(join(top, path)) !== undefined) continue
    for (const entry of ways) {
      const child = path === '' ? entry.name : `${path}/${entry.name}`
      if (!entry.isDirectory() || entry.name === '.git') continue
      if (trees.has(child) || !(await isIgnored(repository, child))) folders.push(child)
    }
  }
}
