/** The most that a store keeps under one name, in bytes. */
export const MOST_STORED = 128 * 1024 * 1024

/** Why more than so many bytes are not kept. */
export const tooMuch = (most: number): string => `they take more than ${most / 2 ** 20} MiB`
