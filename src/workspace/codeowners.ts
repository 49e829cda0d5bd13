/** The owners that a CODEOWNERS file gives to a path (relative to the root, with "/"): those of the last rule that fits. */
export function ownersIn(text: string, path: string): readonly string[] {
  let owners: readonly string[] = []
  for (const line of text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/)) {
    const rule = ruleOf(line)
    if (rule && wildcard(rule.parts, path.split('/'), '**', partFits)) owners = rule.owners
  }
  return owners
}

// No negation, no ranges in brackets: GitHub knows neither, and skips a line with one.
function ruleOf(line: string): {parts: string[]; owners: string[]} | undefined {
  const [pattern, ...words] = line.match(/(?:\\.|[^\s\\])+/g) ?? []
  if (pattern === undefined || /^[#![^]/.test(pattern)) return undefined
  const comment = words.findIndex(word => word.startsWith('#'))
  return {parts: partsOf(pattern), owners: comment < 0 ? words : words.slice(0, comment)}
}

/**
 * A pattern as names and `**`, any number of names. A slash at its beginning or in its middle ties it to the root; one at its
 * end asks for a folder. What it names it owns with all that is below, but for a final `*`, which stays in its folder.
 */
function partsOf(pattern: string): string[] {
  const names = pattern.replace(/^\/|\/$/g, '').split('/')
  const anchored = pattern.slice(0, -1).includes('/')
  const last = names.at(-1)
  const below = pattern.endsWith('/') || last === '**' ? ['*', '**'] : last === '*' ? [] : ['**']
  return [...(anchored ? [] : ['**']), ...(last === '**' ? names.slice(0, -1) : names), ...below]
}

function partFits(pattern: string, name: string): boolean {
  const signs = Array.from(pattern.matchAll(/\\.|\*+|[^\\]/gsu), ([sign]) => sign)
  return wildcard(
    signs.map(sign => (sign.startsWith('*') ? '*' : sign)),
    Array.from(name),
    '*',
    (sign, letter) => sign === '?' || sign.replace(/^\\/, '') === letter,
  )
}

/**
 * Whether a pattern fits, `star` standing for any number of items. Only the last star is ever tried again, so that no
 * pattern takes longer than its length times that of the items: as a regular expression it could take for ever.
 */
function wildcard(
  pattern: readonly string[],
  items: readonly string[],
  star: string,
  fits: (sign: string, item: string) => boolean,
): boolean {
  let at = 0
  let retry: {at: number; item: number} | undefined
  for (let index = 0; index < items.length; ) {
    const [sign, item] = [pattern[at], items[index]]
    if (sign === star) {
      retry = {at: ++at, item: index}
    } else if (sign !== undefined && item !== undefined && fits(sign, item)) {
      at++
      index++
    } else if (retry) {
      retry.item++
      at = retry.at
      index = retry.item
    } else {
      return false
    }
  }
  return pattern.slice(at).every(sign => sign === star)
}
