import type {Repository} from '../git/repository.js'
import type {Note, Workspace} from '../types.js'
import {type Historian, historyIn, historyWithout} from './answer.js'

/** Answers questions about the history of a workspace: of its repository, or, with the reason, without one. */
export function historian(repository: Repository | Note, context: Historian): Workspace['history'] {
  return 'code' in repository ? historyWithout(repository, context) : historyIn(repository, context)
}
