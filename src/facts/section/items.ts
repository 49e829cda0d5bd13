import {listItems} from '../reading/items.js'
import {within} from '../reading/lists.js'
import type {TextBlock} from '../types.js'
import type {SectionFact} from './types.js'

/** List items at all depths, tasks among them. */
export const items: SectionFact<TextBlock[]> = document => {
  const all = listItems(document).map(({text, position}) => ({text, position}))
  return section => within(all, section)
}
