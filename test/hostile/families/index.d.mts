export const FAMILIES: Readonly<Record<string, (bytes: number) => string>>
export const SIZES: readonly number[]
