/** The schemas that come with us, by their `$id`, as they stand in `schema/`. Written by scripts/compile-kinds.mjs. */
export const schemas: Readonly<Record<string, Readonly<Record<string, unknown>>>>
