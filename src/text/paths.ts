/** Joins and normalises paths with "/". What leaves the root begins with "../"; the root itself is "". */
export function joinPath(folder: string, path: string): string {
  const steps: string[] = []
  for (const step of `${folder}/${path}`.split('/')) {
    if (step === '' || step === '.') continue
    if (step === '..' && steps.length > 0 && steps.at(-1) !== '..') steps.pop()
    else steps.push(step)
  }
  return steps.join('/')
}

export function leavesRoot(path: string): boolean {
  return path === '..' || path.startsWith('../')
}

/** The folder of a path; "" at the root. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), 0))
}

/** The last step of a path. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/** Whether a path is the path of a Markdown document, by its ending. */
export function isDocument(path: string): boolean {
  return /[^/]\.(?:md|markdown)$/i.test(path)
}

/** The path of `to` as seen from the folder of the file `from`; both relative to one root, with "/". */
export function relativePath(from: string, to: string): string {
  const folders = folderOf(from) === '' ? [] : folderOf(from).split('/')
  const steps = to.split('/')
  let shared = 0
  while (shared < folders.length && shared < steps.length - 1 && folders[shared] === steps[shared]) shared++
  const path = [...folders.slice(shared).map(() => '..'), ...steps.slice(shared)].join('/')
  // "a:b.md" alone would be read as an address.
  return /^[^/]*:/.test(path) ? `./${path}` : path
}

/** A path as it must be written as the target of a link, in a cell of a table too: a bar ends the cell, a backtick begins code. */
export function encodePath(path: string): string {
  return path.replace(/[\s%#?<>()\\|`\p{Cc}]|&(?=#?[\p{L}\p{N}]+;)/gu, percentEncoded)
}

/** One sign as `%XX`, also those that the platform's own encoding leaves alone. */
export function percentEncoded(sign: string): string {
  const encoded = encodeURIComponent(sign)
  return encoded === sign ? `%${sign.charCodeAt(0).toString(16).toUpperCase()}` : encoded
}

/** Percent signs undone; a text that is no valid encoding stays as it is. */
export function decodePercent(text: string): string {
  if (!text.includes('%')) return text
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** The anchor of the document itself that an address leads to, as forges spell anchors; undefined where it leads elsewhere. */
export function ownAnchorOf(url: string): string | undefined {
  return url.startsWith('#') ? decodePercent(url.slice(1)).toLowerCase() : undefined
}
