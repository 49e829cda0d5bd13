/**
 * Address of a rule's page in the documentation; undefined where the rule has none, or the package names no homepage.
 *
 * @example rulePage({id: 'residue', documented: true}, 'https://example.org/#readme') // https://example.org/docs/rules/residue.md
 */
export function rulePage(
  {id, documented}: {id: string; documented?: boolean | undefined},
  homepage: string | undefined,
): string | undefined {
  if (homepage === undefined || documented !== true) return undefined
  return `${homepage.replace(/#.*$/, '').replace(/\/+$/, '')}/docs/rules/${id}.md`
}
