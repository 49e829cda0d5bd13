/**
 * `satteri`: native, fast, linear in the size of a text. `remark`: the reference, in JavaScript, there on every machine. Both give
 * the same tree.
 */
export const ENGINES = ['satteri', 'remark'] as const

export type EngineName = (typeof ENGINES)[number]
