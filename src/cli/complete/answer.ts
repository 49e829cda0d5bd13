/** One word that may be typed. */
export interface Candidate {
  text: string
  /** A few words on it. */
  describe?: string
}

/** What fits at the place of a command line where Tab was pressed. */
export type Answer =
  /** These words. `open`: more of the same word follows, so no space. */
  | {type: 'words'; words: readonly Candidate[]; open?: boolean}
  /** What the shell finds itself. */
  | {type: 'files' | 'folders'}
  /** What only the workspace knows. `typed`: the value so far; `before`: what stands before it in the same word. */
  | {type: 'kinds' | 'rules' | 'settings' | 'statuses' | 'versions'; typed: string; before: string}

/** An answer that is known in full. */
export type Found = Exclude<Answer, {typed: string}>

/** The words as they complete one that begins with something else, such as `--format=`. */
export function behind(before: string, words: readonly Candidate[]): Candidate[] {
  return words.map(word => ({...word, text: before + word.text}))
}
