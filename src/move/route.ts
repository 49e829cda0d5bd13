import {joinPath, relativePath} from '../text/index.js'

/** Which file is moved, and where to: places of files. */
export interface Route {
  from: string
  to: string
}

/** The place of a file, one text whatever workspace names it: its absolute path, with "/" between its steps. */
export function placeOf(root: string, path: string): string {
  const isAbsolute = /^(?:\/|[A-Za-z]:[\\/])/.test(path)
  return joinPath(isAbsolute ? '' : root.replaceAll('\\', '/'), path)
}

/** A place as a path of a workspace, relative to its root. */
export function pathAt(root: string, place: string): string {
  return relativePath(`${joinPath('', root.replaceAll('\\', '/'))}/-`, place)
}

/** Where a file is after the move. */
export function after({from, to}: Route, place: string): string {
  return place === from ? to : place
}

/** Which file stands at a place after the move: where it was before; undefined where nothing stands there any more. */
export function before({from, to}: Route, place: string): string | undefined {
  if (place === to) return from
  return place === from ? undefined : place
}
