/**
 * `owner/repo` (or `group/sub/repo`) of a remote's URL in any of its forms; never a user name, a password or a host.
 * Undefined for a path on this machine, and for what is no such URL.
 */
export function ownerAndRepo(url: string): string | undefined {
  const path = pathOf(url.trim())
  if (path === undefined) return undefined
  const parts = path
    .replace(/\/+$/, '')
    .replace(/\.git$/, '')
    .split('/')
    .filter(Boolean)
  return parts.length > 1 && parts.every(part => /^[\w.~+-]+$/.test(part) && !/^\.+$/.test(part))
    ? parts.join('/')
    : undefined
}

function pathOf(url: string): string | undefined {
  // scheme://user:password@host:port/path
  const [, scheme, path] = /^([a-z][a-z0-9+.-]*):\/\/[^/]*(\/[^?#]*)/i.exec(url) ?? []
  if (scheme !== undefined) return /^(?:https?|ssh|git|git\+ssh|ssh\+git|ftps?)$/i.test(scheme) ? path : undefined
  // user@host:path, as scp writes it. A single letter before the colon is a drive.
  const [, short] = /^(?:[^/@:]+@)?(?:[^/@:]{2,}|\[[^\]/]+\]):(?!:)([^?#]+)$/.exec(url) ?? []
  return short
}
