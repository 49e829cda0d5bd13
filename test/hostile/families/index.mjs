import {BLOCKS} from './blocks.mjs'
import {FRONTMATTER} from './frontmatter.mjs'
import {HTML} from './html.mjs'
import {INLINE} from './inline.mjs'
import {RUNS_OF_SIGNS} from './runs.mjs'
import {SIGNS} from './signs.mjs'
import {SPEC} from './spec.mjs'
import {TABLES} from './tables.mjs'
import {WORLDS} from './worlds.mjs'

/** Hostile documents: by name of their family, what makes one of a size in bytes or so. */
export const FAMILIES = {...INLINE, ...BLOCKS, ...TABLES, ...HTML, ...FRONTMATTER, ...SIGNS, ...RUNS_OF_SIGNS, ...SPEC}

export {WORLDS}

/** The document of a family, of either kind, and the files beside it. */
export function worldOf(name, bytes) {
  return WORLDS[name]?.(bytes) ?? {text: FAMILIES[name](bytes), files: {}}
}

const KIB = 1024

/** The sizes in which each is tried. */
export const SIZES = [KIB, 8 * KIB, 64 * KIB, 512 * KIB]
