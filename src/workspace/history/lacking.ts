import * as notes from '../git/notes.js'
import type {Note} from '../types.js'
import type {Past} from './past.js'

/** Why an object is not there. */
export function lackingIn({isPartial, isShallow}: Pick<Past, 'isPartial' | 'isShallow'>): Note {
  return isPartial ? notes.partial : isShallow ? notes.shallow : notes.incomplete
}
