import type {Kind} from '../lint/types.js'
import type {Template} from '../template/index.js'

/** The kinds that come with us, by name. Written by scripts/compile-kinds.mjs from `templates/` and `schema/`. */
export const kinds: Readonly<Record<string, Kind>> & {readonly rfc: Kind & {readonly template: Template}}

/** A digest of all that decides what a user's schema becomes: the sources of the linter and the schemas that come with us. */
export const stamp: string

/** package.json's `homepage`: where the project's documentation stands. */
export const homepage: string | undefined
