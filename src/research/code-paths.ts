import {isDocument} from '../text/index.js'
import {pathInCode} from './references.js'

const FENCE = /^[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)*(`{3,}|~{3,})/
const SPAN = /(?<!`)(`{1,2})(?!`)([^`\n]+)\1(?!`)/g

/**
 * Paths of source code that a document names in code spans outside fences, without line numbers, each once, in order: by its
 * lines, not by its tree, for the number of them that have changed is all that is asked, and many documents are.
 */
export function codePathsIn(text: string): string[] {
  const paths = new Set<string>()
  let fence = ''
  for (const line of text.split(/\r\n|\n|\r/)) {
    const run = FENCE.exec(line)?.[1]
    if (run !== undefined && (fence === '' || run.startsWith(fence))) fence = fence === '' ? run : ''
    if (fence !== '' || run !== undefined || !line.includes('`')) continue
    for (const [, , span = ''] of line.matchAll(SPAN)) {
      const path = pathInCode(span)
      if (path?.includes('/') && /[^/]\.\w+$/.test(path) && !isDocument(path)) paths.add(path.replace(/^\.\//, ''))
    }
  }
  return [...paths].filter(path => !/^(?:\.\.)?\//.test(path))
}
