export const EVIL: readonly {pattern: string; attack: string}[]
