import type {ResearchHeading} from './types.js'

/** "2.1 Option A" without its "2.1 ". */
export function withoutNumber(text: string): string {
  return text.replace(/^\d+(?:\.\d+)*[.)]?\s+(?=\S)/, '')
}

// "Option A: …", "Approach 2 — …", "Alternative B (rejected)"; not "Option parsing", "Alternative Parsers".
const OPTION = /^(?:option|approach|alternative)\s+#?(?:[A-Z]|\d{1,2})(?=$|\s*[-:.,()–—]|\s+\()/i

export function isOption({level, text}: ResearchHeading): boolean {
  return level > 1 && OPTION.test(withoutNumber(text))
}
