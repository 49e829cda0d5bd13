import {composed} from '../inputs/grammar.mjs'
import {extras} from './extras.mjs'

/** Documents made of a spec's parts: frontmatter, metadata, sections, tables, fences, citations of every form. */
export default {
  name: 'composed',
  weight: 15,
  make: choose => ({
    subject: 'document',
    text: composed(choose),
    ...(choose.chance(0.1) && {kind: choose.pick(['research', 'index'])}),
    also: extras(choose),
  }),
}
