import {code} from './code.js'
import {content} from './content.js'
import {diagrams} from './diagrams.js'
import {items} from './items.js'
import {paragraphs} from './paragraphs.js'
import {tables} from './tables.js'
import {tasks} from './tasks.js'
import {words} from './words.js'

export {cites} from './cites.js'
export {waiver} from './waiver.js'

/** The facts of a section's content, by the names that they have in the facts: one file, one line. */
export const contentFacts = {words, content, paragraphs, items, tasks, tables, diagrams, code} as const
