import type {MovePlan} from '../../../move/index.js'
import type {Workspace} from '../../../workspace/index.js'
import {replacing, type Step} from '../all-or-nothing.js'

/** What a move consists of. The file goes first: whatever happens meanwhile, its text is never in two places. */
export function stepsOf(
  {from, to, moved, citing}: MovePlan,
  {move, read, replace}: Pick<Workspace, 'move' | 'read' | 'replace'>,
  show: (path: string) => string,
): Step[] {
  const moving: Step = {
    path: show(to),
    run: async () => {
      const moving = await move(from, to)
      if (!moving.ok) return moving
      const reading = await read(to)
      if (reading.ok && reading.text === moved.before) return {ok: true, undo: moving.back}
      const back = await moving.back()
      return back.ok ? {ok: false, code: 'changed', reason: `"${show(from)}" was changed meanwhile`} : back
    },
  }
  const files = [{...moved, path: to}, ...citing].filter(({before, after}) => before !== after)
  return [moving, ...files.map(file => replacing(file, replace, show))]
}
