import {listItems} from '../reading/items.js'
import {within} from '../reading/lists.js'
import type {Task} from '../types.js'
import type {SectionFact} from './types.js'

/** List items with a box; `[ ]` alone is an unticked task without words. */
export const tasks: SectionFact<Task[]> = document => {
  const all = listItems(document).flatMap(({text, checked, position}) => {
    if (checked === undefined) return []
    const section = document.sectionAt(position.start.offset)
    return {text, checked, ...(section !== undefined && {section}), position}
  })
  return section => within(all, section)
}
