import {type Isolation, type LintFilesOptions, lintFiles, type Report} from '../../src/lint/index.js'
import {openThreads, type ThreadsOptions} from '../../src/threads/index.js'

/** What threads begin with is found in the built library: these tests run what it is made from, which Node may not. */
export const entry = new URL('../../dist/threads/entry.js', import.meta.url)

/** Lints with threads for every document, unless told otherwise. */
export async function lintApart(
  {paths = [], ...options}: LintFilesOptions & {paths?: readonly string[]},
  threads: ThreadsOptions = {},
): Promise<{report: Report; apart: number}> {
  const opened = await openThreads({entry, count: 2, fromDocuments: 1, seconds: 60, ...threads})
  let apart = 0
  const counting: Isolation = {
    ...opened,
    check: async document => {
      const found = await opened.check(document)
      if (found) apart++
      return found
    },
  }
  const report = await lintFiles(paths, {...options, threads: counting}).finally(opened.close)
  return {report, apart}
}
