import type {Root} from 'mdast'
import {visit} from '../markdown/index.js'

/** Paths that a document cites as code spans or links, without line numbers and anchors, each once, in order. */
export function referencesOf(tree: Root): string[] {
  const paths = new Set<string>()
  visit(tree, node => {
    const path =
      node.type === 'inlineCode'
        ? pathInCode(node.value)
        : node.type === 'link' || node.type === 'definition'
          ? pathInLink(node.url)
          : undefined
    if (path !== undefined) paths.add(path)
  })
  return [...paths]
}

// With a folder, or a bare file name with an ending: "src/cli.ts:12-40", "package.json". Lists of lines may follow.
const CODE_PATH =
  /^((?:\.{0,2}\/)?[\w@.+-]+(?:\/[\w@.+()[\]-]+)+|[\w@+-][\w@.+-]*\.[A-Za-z]\w{0,9})(?::L?\d[\d,:\sL–-]*|#[\w,-]*)?$/

export function pathInCode(value: string): string | undefined {
  return CODE_PATH.exec(value.trim())?.[1]
}

function pathInLink(url: string): string | undefined {
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/|#)/i.test(url)) return undefined
  const path = url.replace(/[?#].*$/s, '').replace(/:\d+(?:-\d+)?$/, '')
  return path === '' ? undefined : decoded(path)
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
