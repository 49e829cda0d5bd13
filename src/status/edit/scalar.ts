/** A text as a scalar of YAML, in the manner of the one that stands there. */
export function yamlScalar(text: string, before = ''): string {
  if (before.startsWith("'") && !/\p{Cc}/u.test(text)) return `'${text.replaceAll("'", "''")}'`
  return before.startsWith('"') || !isPlain(text) ? JSON.stringify(text) : text
}

// Fewer than YAML allows, all of them the same for every reader of YAML.
function isPlain(text: string): boolean {
  return (
    /^[\p{L}\p{N}./][\p{L}\p{N} ./()_,+%-]*$/u.test(text) &&
    !/^(?:true|false|yes|no|on|off|null|[-+.\d_e]+)$/i.test(text) &&
    text.trim() === text
  )
}
