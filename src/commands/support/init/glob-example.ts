const NAME = 'spec-init-check'

/** Paths that may fit a glob: whether they do is for the glob to say. */
export function exampleOf(glob: string): string[] {
  const plain = glob.replace(/(?:^|\/)\*\*(?=\/|$)/g, '').replace(/^\//, '')
  return ['', '0000-', '9999-', '2000-01-01-'].map(prefix => filled(plain, prefix))
}

function filled(glob: string, prefix: string): string {
  let first = true
  return glob
    .replace(/[?*+@]\(([^|)]*)[^)]*\)/g, '$1')
    .replace(/\{([^,}]*)[^}]*\}/g, '$1')
    .replace(/\[!?([^\]])[^\]]*\]/g, '$1')
    .replace(/\*+/g, () => {
      const word = first ? `${prefix}${NAME}` : NAME
      first = false
      return word
    })
    .replaceAll('?', '0')
}
