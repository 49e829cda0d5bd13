import {noCommand} from '../../text/escape.js'
import {printable} from '../../text/printable.js'
import {unifiedDiff} from './unified-diff.js'

/** What would change in a file, as `git apply` takes it. What a terminal or a CI runner would obey is shown by its number. */
export function shownDiff(path: string, before: string, after: string): string {
  return unifiedDiff(path, before, after)
    .split('\n')
    .map(line => noCommand(shown(line)))
    .join('\n')
}

// Tabs and the carriage returns of line ends are no danger, and a patch is nothing without them.
function shown(line: string): string {
  const end = line.endsWith('\r') ? '\r' : ''
  return (
    line
      .slice(0, line.length - end.length)
      .split('\t')
      .map(printable)
      .join('\t') + end
  )
}
