import {printable, valueAt} from '../../text/index.js'
import type {Note, Workspace} from '../../workspace/index.js'
import type {StatusChange} from '../changes.js'
import {type Around, type Checked, frozen, type Held, holdAgainst} from './hold.js'
import type {Baseline} from './types.js'

/** A run, as far as the baseline must know of it. */
export interface Run {
  workspace: Workspace
  /** Freeze all that is found. */
  freeze: boolean
  /** Documents whose status has changed. */
  statuses: ReadonlyMap<string, StatusChange>
  /** Whether it looked at all documents of the workspace, the research among them. */
  isWhole: boolean
  researchToo: boolean
}

/** A run's documents without what the baseline freezes, and what is to be told of it. */
export async function holdRun(
  baseline: Baseline,
  checked: readonly Checked[],
  run: Run,
): Promise<Held & {notes: Note[]}> {
  const {statuses, freeze} = run
  const around = {...(await aroundOf(baseline, checked, run)), exempt: new Set(freeze ? [] : statuses.keys())}
  const next = freeze ? frozen(baseline, checked, around) : baseline
  // What is frozen anew has forgotten what is gone for good.
  const held = holdAgainst(next, checked, {...around, gone: around.gone.filter(path => next.has(path))})
  return {
    ...held,
    notes: [...held.exempted.map(path => exemptNote(path, valueAt(statuses, path))), ...renameNotes(held)],
  }
}

async function aroundOf(
  baseline: Baseline,
  checked: readonly Checked[],
  {workspace, isWhole, researchToo}: Run,
): Promise<Omit<Around, 'exempt'>> {
  const seen = new Set(checked.map(({report}) => report.path))
  const others = [...baseline.keys()].filter(path => !seen.has(path))
  if (others.length === 0) return {gone: [], isSettled: () => false}
  const {entries} = await workspace.look(others.map(path => ({path})))
  const gone = others.filter(path => entries.get(path)?.type === 'missing')
  const settled = new Set<string>()
  for (const path of isWhole ? gone : []) {
    // One that no run without paths looks at is told of by none that was not asked for it.
    if (researchToo || (await workspace.kindOf(path)) !== RESEARCH) settled.add(path)
  }
  return {gone, isSettled: path => settled.has(path)}
}

const RESEARCH = 'research'

function exemptNote(path: string, change: StatusChange): Note {
  const was = ` from "${printable(change.before)}" to "${printable(change.now ?? 'none')}"`
  const text = `The status of "${printable(path)}" has changed${was}: the baseline does not count for it`
  return {code: 'baseline-status', text}
}

function renameNotes({report}: Held): Note[] {
  return report.renamed.map(({from, to}) => ({
    code: 'baseline-renamed',
    text: `"${printable(from)}" is gone: what the baseline has of it counts for "${printable(to)}"`,
  }))
}
