import type {Reporter} from './types.js'
import {MARKER, markdownPage} from './words/page.js'

// A comment on GitHub holds 65,536 characters, one on GitLab more.
const LONGEST_COMMENT = 65_000

/** For a comment on a pull request or a merge request. Begins with a marker, by which a bot finds it again. */
export const markdown: Reporter = {
  name: 'markdown',
  caption: 'a comment for a pull request, below 65,536 characters',
  begins: new RegExp(`^${MARKER}\\n`),
  *report(report, context) {
    yield markdownPage(report, LONGEST_COMMENT, context)
  },
}
