import type {Problem} from '../../lint/index.js'
import {noticesText} from '../../reporters/index.js'
import type {Workspace} from '../../workspace/index.js'
import type {Context} from '../types.js'
import {paletteOf} from './palette.js'
import {shownFrom} from './workspace.js'

/** What is wrong with a schema, as text with its lines, where its own text is known. Empty where nothing is. */
export function problemsText(
  problems: readonly Problem[],
  schema: {text: string | undefined; path: string},
  workspace: Workspace,
  {columns, colour, tool}: Context,
): string {
  if (problems.length === 0) return ''
  const notices = problems.map(problem => ({...problem, path: problem.path ?? schema.path}))
  return noticesText(notices, {
    columns,
    palette: paletteOf(colour),
    show: shownFrom(workspace),
    source: path => (path === schema.path ? schema.text : undefined),
    elapsed: 0,
    tool,
  })
}
