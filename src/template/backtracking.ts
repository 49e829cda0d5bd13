// What stands for a class, an escape or a dot: a sign that may be many.
const ANY = '\u0001'

/** A group that is open. */
interface Group {
  /** Whether it can take the same text in many ways: something in it repeats without limit, or is a choice of likes. */
  loose: boolean
  /** What each part of a choice begins with. */
  starts: string[]
  /** Whether the next sign begins a part. */
  begins: boolean
}

/**
 * Whether a regular expression, valid with the flag "u", may take for ever on some texts: around something that can take the same
 * text in many ways stands a repetition without limit, as in "(a+)*" and "(\w|\d)+".
 */
export function mayTakeForEver(pattern: string): boolean {
  const signs = pattern
    .replace(/\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|k<[^>]*>|.)/gsu, ANY)
    .replace(/\[[^\]]*\]|\./gu, ANY)
    .replace(/\?(?=[^:=!<]|$)/gu, '')
  const open: Group[] = [groupOf()]
  for (const [sign] of signs.matchAll(/\((?:\?(?:[:=!]|<[=!]|<[^>]*>))?|\)(?:[*+]|\{\d+,\})?|[*+]|\{\d+,\}|./gsu)) {
    const group = open[open.length - 1]
    if (!group) return false
    if (sign.startsWith('(')) {
      begin(group, ANY)
      open.push(groupOf())
    } else if (sign.startsWith(')')) {
      open.pop()
      const isLoose = group.loose || isAlike(group.starts)
      const isRepeated = sign.length > 1
      if (isLoose && isRepeated) return true
      const around = open[open.length - 1]
      if (around && (isLoose || isRepeated)) around.loose = true
    } else if (sign === '|') group.begins = true
    else if (/^(?:[*+]|\{\d)/.test(sign)) group.loose = true
    else begin(group, sign)
  }
  return false
}

function groupOf(): Group {
  return {loose: false, starts: [], begins: true}
}

function begin(group: Group, sign: string): void {
  if (group.begins) group.starts.push(sign)
  group.begins = false
}

// Letters and digits tell the parts of a choice apart; other signs may stand for them.
function isAlike(starts: readonly string[]): boolean {
  return (
    starts.length > 1 && (new Set(starts).size < starts.length || !starts.every(sign => /^[\p{L}\p{N}]$/u.test(sign)))
  )
}
