const FRONTMATTER = /^---[ \t]*(?:\r\n|\n|\r)(?:[\s\S]*?(?:\r\n|\n|\r))??---[ \t]*(?=\r\n|\n|\r|$)/

/** Offset at which the YAML frontmatter of a text ends, its closing mark included; undefined where there is none. */
export function frontmatterEnd(text: string): number | undefined {
  return FRONTMATTER.exec(text)?.[0].length
}
