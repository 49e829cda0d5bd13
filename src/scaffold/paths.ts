import {joinPath, percentEncoded, relativePath} from '../text/index.js'
import type {Workspace} from '../workspace/index.js'

type Place = Pick<Workspace, 'root' | 'cwd'>

/** A path as typed in the working folder, relative to the root; undefined where it leaves the workspace. */
export function fromRoot({root, cwd}: Place, typed: string): string | undefined {
  if (typed.includes('\0')) return undefined
  const path = slashes(typed, root)
  const absolute = joinPath(/^(?:\/|[A-Za-z]:\/)/.test(path) ? '' : slashes(cwd, root), path)
  const top = joinPath('', slashes(root, root))
  if (top === '') return absolute
  return absolute === top ? '' : absolute.startsWith(`${top}/`) ? absolute.slice(top.length + 1) : undefined
}

/** A path of the workspace as the user would type it in the working folder. */
export function fromCwd({root, cwd}: Place, path: string): string {
  const top = joinPath('', slashes(root, root))
  return relativePath(`${joinPath('', slashes(cwd, root))}/x`, top === '' ? path : `${top}/${path}`)
}

/** A Markdown link from one document of the workspace to another. */
export function linkTo(path: string, from: string, anchor = ''): string {
  return `${encoded(relativePath(from, path))}${anchor === '' ? '' : `#${encoded(anchor)}`}`
}

// Beside what ends an address: what a table or a stringifier would escape.
function encoded(path: string): string {
  return path.replace(/[\s%#?<>()\\|[\]`*\p{Cc}]/gu, percentEncoded)
}

// Only where the system itself separates with "\" is that no letter of a name.
function slashes(path: string, root: string): string {
  return root.includes('\\') || /^[A-Za-z]:/.test(root) ? path.replaceAll('\\', '/') : path
}
