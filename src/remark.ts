import type {Root} from 'mdast'
import type {Plugin} from 'unified'
import type {VFile} from 'vfile'
import {type LintOptions, lint, type Message} from './lint/index.js'

const SOURCE = 'specwright'
/** What unified and its kind call the weights of messages: errors are fatal, warnings are not, information is neither. */
const FATAL = {error: true, warning: false, info: null} as const

/**
 * A unified plugin that lints the file with specwright and puts what it finds on `file.messages`. It looks at the text of
 * the file, so whatever other plugins did to the tree does not matter, and it leaves the tree alone.
 *
 * Options are those of `lint`; `path` is the file's own unless told. A message has `ruleId`, `source` (`specwright`), `place`
 * (the range), `fatal` (`true` for errors, `false` for warnings, `null` for information) and, where there are, `expected`,
 * `actual`, `note` (what to do next) and `url`. A file that could not be checked has one fatal message that says why.
 *
 * @example
 * import remarkParse from 'remark-parse'
 * import remarkStringify from 'remark-stringify'
 * import remarkSpecwright from 'specwright/remark'
 * import {unified} from 'unified'
 *
 * const processor = unified().use(remarkParse).use(remarkSpecwright).use(remarkStringify)
 * const file = await processor.process('# Billing\n')
 * console.log(file.messages[0].ruleId, file.messages[0].fatal) // missing-metadata true
 */
const remarkSpecwright: Plugin<[LintOptions?], Root> =
  (options = {}) =>
  async (_tree, file) => {
    const path = options.path ?? pathOf(file, options)
    const report = await lint(String(file), {...options, ...(path === undefined ? {} : {path})})
    for (const message of report.messages) put(message, file)
    if (report.status === 'not-checked') {
      const message = file.message(`Not checked: ${report.reason}`, {source: SOURCE})
      message.fatal = true
    }
  }

export default remarkSpecwright

// A file's path is relative to its own working folder, which need not be the workspace's root.
function pathOf({cwd, path}: VFile, {workspace}: LintOptions): string | undefined {
  const isAbsolute = path === undefined || /^(?:[/\\]|[A-Za-z]:[/\\])/.test(path)
  return isAbsolute || !workspace ? path : `${cwd}/${path}`
}

function put({reason, range, ruleId, severity, expected, actual, help, suggestions, url}: Message, file: VFile): void {
  const message = file.message(reason, {place: range, ruleId, source: SOURCE})
  message.fatal = FATAL[severity]
  const meant = suggestions?.map(suggestion => `"${suggestion}"`).join(' or ')
  const note = [meant === undefined ? undefined : `Did you mean ${meant}?`, help].filter(text => text !== undefined)
  const told = {expected, actual, url, note: note.length > 0 ? note.join('\n\n') : undefined}
  for (const [name, value] of Object.entries(told)) if (value !== undefined) Object.assign(message, {[name]: value})
}
