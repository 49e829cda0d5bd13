import {plannedMove, UnreadError} from '../move/index.js'
import {jsonText, rethrowUnless} from '../text/index.js'
import {allOrNothing} from './support/all-or-nothing.js'
import {define} from './support/define.js'
import {printDiff} from './support/diff.js'
import {moveReport} from './support/mv/json.js'
import {notesOf} from './support/mv/notes.js'
import {outermostOf, requestOf} from './support/mv/request.js'
import {stepsOf} from './support/mv/steps.js'
import {moveText} from './support/mv/text.js'
import {FORMAT} from './support/options.js'
import {paletteOf} from './support/palette.js'
import {UsageError} from './support/usage.js'
import {refuseWorkspace, shownFrom, workspaceOf} from './support/workspace.js'

export const command = define({
  usage: 'mv OLD NEW',
  description:
    'Moves a spec or a research document, and writes every citation of it in the workspace anew, each in its own form: links, ' +
    'images, definitions, code spans, plain text, metadata. Its own relative links go on leading where they lead. All of it or ' +
    'nothing.',
  arity: [2, 2],
  arguments: [
    ['OLD', 'The document'],
    ['NEW', 'Its new path; or a folder, there or with "/" at its end: it keeps its name there'],
  ],
  options: {
    'dry-run': {type: 'boolean', describe: 'Print what would change as a diff, and write nothing'},
    format: FORMAT,
  },
  examples: [
    ['spec mv specs/search.md specs/2026-01-15-search.md', 'Give it another name'],
    ['spec mv research/search.md research/2026/', 'Move it to another folder'],
    ['spec mv specs/search.md specs/old/ --dry-run | git apply', 'See it as a diff that git takes'],
  ],
  more: [
    'Where git tracks the document, its index has it at the new place afterwards, as after git mv; what is written anew is not staged. ' +
      'What stays as it is, in blocks of code for one, is listed; see docs/mv.md.',
    'Exit status: 0 moved; 2 nothing was changed, for one of the two paths cannot be used or a file could not be written.',
  ],
  run: async ([old = '', next = ''], values, context) => {
    const workspace = await workspaceOf(context)
    try {
      const outermost = await outermostOf(workspace, context)
      const {from, to} = await requestOf([old, next], outermost)
      const rehearsed = await outermost.move(from, to, {rehearse: true})
      if (!rehearsed.ok) throw new UsageError(rehearsed.reason)
      const plan = await plannedMove(outermost, from, to).catch((error: unknown) => {
        rethrowUnless(error, UnreadError)
        throw new UsageError(`"${old}" cannot be read: ${error.message}`)
      })
      const show = shownFrom(outermost)
      const isDry = values['dry-run']
      if (!isDry) await allOrNothing(stepsOf(plan, outermost, show))
      const notes = await notesOf(plan, rehearsed, outermost, show)
      for (const note of notes) context.note(`note: ${note}`)
      if (values.format === 'json') {
        context.print(jsonText(moveReport(plan, {isDry, tracked: rehearsed.tracked, notes}, show)))
        return 0
      }
      const page = {palette: paletteOf(context.colour), show}
      if (!isDry) context.print(moveText(plan, false, page))
      else {
        const {moved, citing} = plan
        await printDiff([{...moved, newPath: to}, ...citing], outermost, context)
        context.complain(moveText(plan, true, page))
      }
      return 0
    } catch (error) {
      return refuseWorkspace(error, context)
    } finally {
      await workspace.close()
    }
  },
})
