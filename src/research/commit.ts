import {frontmatterAt} from '../markdown/index.js'
import {type Frontmatter, frontmatterIn, scalar} from './frontmatter.js'

/**
 * The commit that a document was made at, as its frontmatter has it; undefined where it says none. Nothing is parsed but the
 * frontmatter.
 *
 * @example commitIn('---\ngit_commit: 9e875832 (main)\n---\n') // '9e875832 (main)'
 */
export function commitIn(text: string): string | undefined {
  return commitOf(frontmatterIn(frontmatterAt(text)?.yaml ?? ''))
}

/** The commit in frontmatter that was read. */
export function commitOf(frontmatter: Frontmatter): string | undefined {
  return scalar(frontmatter, 'git_commit', 'commit')
}
