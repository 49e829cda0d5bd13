/** Letters, digits and hyphens of a text, in lower case: the id of a section, the name of a file. "" where it has none. */
export function slug(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
}
