import {documents} from '../inputs/documents.mjs'
import {mutated} from '../inputs/mutate.mjs'
import {extras} from './extras.mjs'

/** Real documents: cut, doubled, spliced, swapped, indented, with fences, quotes and bars put in. */
export default {
  name: 'mutated',
  weight: 20,
  make: choose => ({subject: 'document', text: mutated(choose, documents()), also: extras(choose)}),
}
