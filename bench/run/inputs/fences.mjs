// Which lines of a document stand in a fence, as far as making other documents of it asks for.

/** @returns {boolean[]} for each line, whether it belongs to a fenced block */
export function fenced(lines) {
  let opener
  return lines.map(line => {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1]
    if (opener === undefined) {
      opener = mark
      return mark !== undefined
    }
    if (mark?.startsWith(opener) && line.trim() === mark) opener = undefined
    return true
  })
}
