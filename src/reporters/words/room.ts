/** Text up to a length: what does not fit is not taken. */
export interface Room {
  /** Whether it was taken. */
  add(text: string): boolean
  text(): string
}

export function roomOf(length: number): Room {
  const parts: string[] = []
  let left = length
  return {
    add: text => {
      if (text.length > left) return false
      left -= text.length
      parts.push(text)
      return true
    },
    text: () => parts.join(''),
  }
}
