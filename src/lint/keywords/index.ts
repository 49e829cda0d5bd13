import {datesInOrder} from './dates-in-order.js'
import {inOrder} from './in-order.js'
import {numbered} from './numbered.js'
import type {Keyword} from './types.js'
import {uniqueBy} from './unique-by.js'

/** Our keywords by name. A new one is one file and its line here; the schema knows six at the most. */
export const keywords: Readonly<Record<string, Keyword>> = {inOrder, uniqueBy, numbered, datesInOrder}
