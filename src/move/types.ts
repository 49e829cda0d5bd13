import type {AddressForm} from '../facts/citations/addresses.js'
import type {Edit} from '../fixes/index.js'

/** A citation that is written anew. */
export interface Rewrite {
  edit: Edit
  form: AddressForm
  /** What stands there now. */
  written: string
}

/** Why a place keeps naming the old path. */
export type LeftReason =
  /** Several files bear the name. */
  | 'ambiguous'
  /** There is no way to write the new path there that would be read as one, and change nothing else. */
  | 'unwritable'
  /** In a block of code. */
  | 'code'
  /** In HTML, a comment for one. */
  | 'html'
  /** In the address of a web page, which may be of a commit or a branch. */
  | 'address'
  /** It names the file as of a commit, and stays true. */
  | 'commit'
  /** In a page that is none of the workspace's documents. */
  | 'elsewhere'
  | 'words'

/** A place that names what is moved by its old path, and stays as it is. */
export interface Left {
  line: number
  text: string
  reason: LeftReason
}
