import {type LintOptions, lint, type Message} from '../lint/index.js'
import {linesOf, type Point} from '../markdown/index.js'
import type {Workspace} from '../workspace/index.js'
import type {Changed} from './change.js'

/** What keeps a document from a status: errors under the law of that status, their places in the text as it is now. */
export interface Bars {
  messages: Message[]
  /** Why it could not be checked at all. */
  problem?: string
}

/**
 * Holds a changed text against the law. The baseline does not count: where a status is a new one, all of its law holds.
 * `workspace`: the one in which the changed texts stand.
 */
export async function barsOf(
  before: string,
  after: Changed & {ok: true},
  options: LintOptions & {path: string; workspace: Workspace},
): Promise<Bars> {
  const report = await lint(after.text, options)
  if (report.status === 'not-checked') return {messages: [], problem: report.reason}
  const lines = linesOf(before)
  const backAt = ({offset}: Point): Point => lines.pointAt(after.back(offset))
  const messages = report.messages.filter(({severity}) => severity === 'error')
  return {
    messages: messages.map(({fix: _, related: _related, ...message}) => ({
      ...message,
      range: {start: backAt(message.range.start), end: backAt(message.range.end)},
    })),
  }
}
