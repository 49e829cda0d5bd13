/** What a thread begins with. In the bundle this is another file, see scripts/bundle.mjs. */
export const entryFile = new URL('./entry.js', import.meta.url)
