import {checkNames, checkNumber, wholeNumber} from '../text/index.js'
import {todayOf} from './clock.js'
import {familyOf} from './family.js'
import {findRoot, realFolder} from './root.js'
import type {Workspace, WorkspaceOptions} from './types.js'

const MOST_BYTES = 2 * 1024 * 1024
const MOST_GIT_TIME = 10_000
// No timer counts further: it would ring at once.
const LONGEST = 2 ** 31 - 1

/**
 * Opens the workspace that a folder belongs to. Nothing is read yet but the names in the folders on the way to the root, and
 * no process is started before `git()` is called. Workspaces below it are opened when something of them is asked for.
 *
 * @throws WorkspaceError where the root is no folder or the date no day; ConfigError where its config cannot be used; RangeError or
 * TypeError where a limit is no number that limits anything, or has another name.
 * @example
 * import {openWorkspace} from 'specwright'
 *
 * const workspace = await openWorkspace({root: 'examples/reading-room', date: '2026-01-31'})
 * const {files} = await workspace.select([])
 * console.log(files[0].path, files[0].kind) // specs/2026-02-02-shared-calendar.md rfc
 */
export async function openWorkspace(options: WorkspaceOptions = {}): Promise<Workspace> {
  const {env = process.env, limits = {}, staged = false, cache = false} = options
  const {bytes = MOST_BYTES, gitTime: time = MOST_GIT_TIME} = limits
  checkNames('limits', limits, ['bytes', 'gitTime'])
  checkNumber('limits.bytes', bytes, wholeNumber(1))
  checkNumber('limits.gitTime', time, wholeNumber(1, LONGEST))
  const cwd = realFolder(options.cwd ?? process.cwd(), 'working folder')
  const root = findRoot(cwd, options.root)
  const family = familyOf({
    root,
    isFixed: options.root !== undefined,
    cwd,
    env,
    staged,
    overlay: options.overlay,
    bytes,
    time,
    today: todayOf(options),
    cache,
  })
  return family.at(root)
}
