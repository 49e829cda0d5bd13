/** The most that a store keeps under one name, in bytes. */
export const MOST_STORED = 128 * 1024 * 1024
