const TOKEN = /<[a-z]|>|\s(?:id|name)\s*=\s*(?:"([^"]+)"|'([^']+)'|([^\s"'>]+))/gi

/**
 * The anchors that a piece of HTML sets with id or name, the first of each tag. Read sign by sign: from each "<" on, an attribute
 * would be sought through all tags that are not closed.
 */
export function anchorsSetIn(html: string): string[] {
  const anchors: string[] = []
  const token = new RegExp(TOKEN)
  let isInTag = false
  for (let match = token.exec(html); match !== null; match = token.exec(html)) {
    const [whole, ...values] = match
    const anchor = values.find(value => value !== undefined)
    if (anchor === undefined) isInTag = whole !== '>'
    else if (isInTag) {
      anchors.push(anchor)
      isInTag = false
    } else token.lastIndex = match.index + 1
  }
  return anchors
}
