/** YAML frontmatter of a text. */
export interface FrontmatterPlace {
  /** What stands between its marks. */
  yaml: string
  /** Offset of its end, the closing mark included. */
  end: number
}

const FRONTMATTER = /^\uFEFF?---[ \t]*(?:\r\n|\n|\r)(?:([\s\S]*?)(?:\r\n|\n|\r))??---[ \t]*(?=\r\n|\n|\r|$)/

/** The frontmatter that a text begins with, found without a parser; undefined where there is none, or no end of it. */
export function frontmatterAt(text: string): FrontmatterPlace | undefined {
  const found = FRONTMATTER.exec(text)
  return found ? {yaml: found[1] ?? '', end: found[0].length} : undefined
}
