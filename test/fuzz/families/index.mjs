import argv from './argv.mjs'
import bytes from './bytes.mjs'
import composed from './composed.mjs'
import mutated from './mutated.mjs'
import paths from './paths.mjs'
import research from './research.mjs'
import schemas from './schemas.mjs'
import settings from './settings.mjs'

/**
 * Families of inputs. Each has a `name`, a `weight` (its part of a run: what costs more has less) and `make(choose)`, which returns
 * an input: plain data that names its subject. To add one: its file, and its line here.
 */
export const families = [bytes, mutated, composed, research, schemas, settings, paths, argv]
