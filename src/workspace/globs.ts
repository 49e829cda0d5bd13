/** Whether a path, with "/", fits one of the globs. Hidden names fit only where the glob names their dot. */
export async function compile(globs: readonly string[]): Promise<(path: string) => boolean> {
  if (globs.length === 0) return () => false
  const picomatch = await load()
  // Names may hold line breaks: "s" lets "**" cross them. Paths have "/" here on every system.
  return picomatch(globs, {windows: false, flags: 's'})
}

export interface Glob {
  /** The folder that it begins in, relative, as it is written. */
  base: string
  /** The rest, to be held against paths relative to that folder. */
  pattern: string
}

const ESCAPED = /\\([()[\]{}!*+?@|])/g

/** A glob taken apart; undefined for a path without any of a glob's signs. */
export async function scan(text: string): Promise<Glob | undefined> {
  const {base, glob, isGlob} = (await load()).scan(text)
  return isGlob ? {base: base.replace(ESCAPED, '$1'), pattern: glob} : undefined
}

// Not loaded before it is needed: a command on named files does without.
async function load() {
  return (await import('picomatch')).default
}
