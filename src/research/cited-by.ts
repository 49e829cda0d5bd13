import {decodePercent, folderOf, joinPath, nameOf} from '../text/index.js'

const COMMENT = /<!--[\s\S]*?(?:-->|$)/g
// Signs that hold no path are taken whole: from each of them on an ending would be sought anew.
const PATH = /([^\s()<>[\]`"'|,;]+?\.(?:md|markdown)(?![\w/]|\.\w))|[^\s()<>[\]`"'|,;]+/gi

/** Paths of documents in plain text, in YAML, in code, each up to its ending. */
export function pathsInWords(text: string): {written: string; index: number}[] {
  return Array.from(text.matchAll(PATH), ({1: written, index}) => ({written, index})).filter(isPath)
}

function isPath(found: {written: string | undefined; index: number}): found is {written: string; index: number} {
  return found.written !== undefined
}

/**
 * Which of some documents a text cites: by a path that leads to one from its own folder or from the root, or by a file name
 * that one document alone bears. Comments do not count. The text is not parsed, so code counts as well.
 *
 * @param path Of the text, relative to the root, with "/".
 * @param documents Paths relative to the root.
 */
export function citedIn(text: string, path: string, documents: readonly string[]): Set<string> {
  const known = new Set(documents)
  const byName = new Map<string, string[]>()
  for (const document of documents) byName.set(nameOf(document), [...(byName.get(nameOf(document)) ?? []), document])
  const cited = new Set<string>()
  for (const {written} of pathsInWords(text.replace(COMMENT, ''))) {
    const target = decodePercent(written)
    const places = [joinPath(folderOf(path), target), joinPath('', target)]
    const named = target.includes('/') ? [] : (byName.get(target) ?? [])
    const found = places.find(place => known.has(place)) ?? (named.length === 1 ? named[0] : undefined)
    if (found !== undefined && found !== path) cited.add(found)
  }
  return cited
}
