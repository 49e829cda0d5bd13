import {locate} from './paths.js'
import {realpath} from './trace/disk.js'

/**
 * Whether an absolute path stays in the root when its links are followed. What lies elsewhere by its letters, or is not
 * there, breaks no promise.
 */
export async function staysInside(root: string, absolute: string): Promise<boolean> {
  if (locate(root, absolute)?.path === undefined) return true
  try {
    return locate(root, await realpath(absolute))?.path !== undefined
  } catch {
    return true
  }
}
