const UNEVEN = /[^\S ]| {2}/

/** A text in one line: each stretch of white space is one space, and there is none at its ends. Most texts are so already. */
export function collapsed(text: string): string {
  return (UNEVEN.test(text) ? text.replace(/\s+/g, ' ') : text).trim()
}
