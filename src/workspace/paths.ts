import nativePath from 'node:path'

/** Where a path leads. */
export interface Place {
  /** In the system's own form. */
  absolute: string
  /** Relative to the root, with "/", "" for the root itself; absent where it lies elsewhere. */
  path?: string
}

type PathModule = Pick<typeof nativePath, 'isAbsolute' | 'relative' | 'resolve' | 'sep'>

/** Whether a name in a folder is passed over wherever documents are looked for: hidden ones, and installed packages, hold nobody's. */
export function isPassedOver(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules'
}

// No system has longer ones.
const LONGEST = 32_767

/** Whether nothing can stand at a path. To follow all the steps of such a one could take for ever. */
export function isNowhere(path: string): boolean {
  return path.length > LONGEST || path.includes('\0')
}

/**
 * Where a path, relative to the root or absolute, leads by its letters (links are not looked at). Undefined: no path at
 * all, for it holds a NUL. It is resolved by the system's own rules first: on Windows a backslash and a drive lead out too.
 */
export function locate(root: string, path: string, module: PathModule = nativePath): Place | undefined {
  return path.includes('\0') ? undefined : placeAt(root, path, module)
}

/** The same of a path that holds no NUL, as all that the system tells. */
export function placeAt(root: string, path: string, module: PathModule = nativePath): Place {
  if (module.sep === '/' && isPlain(path) && isWhole(root)) return {absolute: `${root}/${path}`, path}
  const absolute = module.resolve(root, path)
  const relative = withSlashes(module.relative(root, absolute), module.sep)
  const leaves = relative === '..' || relative.startsWith('../') || module.isAbsolute(relative)
  // On Windows a name such as "C:" would mean a drive once it stands at the beginning, and case does not count.
  const inside = module.resolve(root, relative)
  return leaves || module.relative(absolute, inside) !== '' ? {absolute} : {absolute: inside, path: relative}
}

// Nearly all paths are steps down, and a run asks where hundreds of them lead: these need no resolving.
function isPlain(path: string): boolean {
  return path !== '' && !/(?:^|\/)\.{0,2}(?:\/|$)/.test(path)
}

function isWhole(root: string): boolean {
  return root.startsWith('/') && isPlain(root.slice(1))
}

/** The path as it is written in output: relative to the root where it lies below it, else absolute; with "/". */
export function shown(place: Place): string {
  return place.path ?? withSlashes(place.absolute)
}

/** A system's path with "/". Where the separator is "/" a backslash is a letter like any other. */
export function withSlashes(path: string, separator: string = nativePath.sep): string {
  return separator === '/' ? path : path.replaceAll(separator, '/')
}

/** Whether a path, with "/", is the folder or lies in it; "" is the root. */
export function liesIn(path: string, folder: string): boolean {
  return folder === '' || path === folder || path.startsWith(`${folder}/`)
}

/** A path below a folder, both with "/", as one from there; the folder "" is where it is from already. */
export function within(folder: string, path: string): string {
  return folder === '' ? path : path.slice(folder.length + 1)
}

/** Whether a path, with "/", leads into a folder of git's own: what is written there is lost to everybody, or does harm. */
export function isGits(path: string): boolean {
  return /(?:^|\/)\.git(?:\/|$)/i.test(path)
}

export function isMarkdown(path: string): boolean {
  return /\.(?:md|markdown)$/i.test(path)
}
