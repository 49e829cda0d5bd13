/**
 * Texts that are kept from one run to the next in the user's own cache folder, by name: letters, digits, "-" and ".".
 * Nothing depends on it: what cannot be kept, is gone, or cannot be trusted is as if it had never been kept.
 */
export interface Store {
  get(name: string): Promise<string | undefined>
  /** @returns why it cannot be kept; undefined where it is, and where nothing is wanted to be. */
  put(name: string, text: string): Promise<string | undefined>
}
