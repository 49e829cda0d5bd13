/** Makes a text that leads to an address where it is clicked (OSC 8); undefined where that is not wanted. */
export function linkOf(wanted: boolean): ((text: string, url: string) => string) | undefined {
  return wanted ? link : undefined
}

// An address with anything else in it could end the sequence and begin another.
function link(text: string, url: string): string {
  return /^https?:\/\/[\x21-\x7e]+$/.test(url) ? `\x1b]8;;${url}\x1b\\${text}\x1b]8;;\x1b\\` : text
}
