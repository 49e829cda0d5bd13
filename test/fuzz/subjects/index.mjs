import {bytes} from './bytes.mjs'
import {command} from './command.mjs'
import {document} from './document.mjs'
import {paths} from './paths.mjs'
import {research} from './research.mjs'
import {schema} from './schema.mjs'
import {settings} from './settings.mjs'

/** What an input is put through, by the name that the input gives: each returns the faults that showed. */
export const subjects = {bytes, command, document, paths, research, schema, settings}
