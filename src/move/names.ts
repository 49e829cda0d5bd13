import {nameOf} from '../text/index.js'

// What may stand for the other signs of a name: they themselves, escaped, as percent signs, as entities of HTML.
const BETWEEN = '(?:[^A-Za-z0-9]|%[0-9A-Fa-f]{2}|&#?[A-Za-z0-9]{1,8};){1,99}?'

/**
 * Whether a text can name one of these files at all, in whatever way its signs are written: the runs of letters and digits of
 * ASCII that its name is made of stand there one after the other. Much cheaper than parsing.
 */
export function mayName(paths: readonly string[]): (text: string) => boolean {
  const patterns = paths.map(
    path => new RegExp(Array.from(nameOf(path).matchAll(/[A-Za-z0-9]+/g), ([run]) => run).join(BETWEEN)),
  )
  return text => patterns.some(pattern => pattern.test(text))
}
