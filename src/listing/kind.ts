/** The built-in kind of pages that list specs, and are no documents themselves. */
export const INDEX = 'index'
