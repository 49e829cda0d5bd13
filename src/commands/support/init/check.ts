import {jsonText, printable} from '../../../text/index.js'
import {openRehearsal, type Trial, type Workspace} from '../../../workspace/index.js'
import type {Context} from '../../types.js'
import {paletteOf} from '../palette.js'
import {UsageError} from '../usage.js'
import {shownFrom, workspaceOf} from '../workspace.js'
import {canaryOf} from './canary.js'
import {surveyOf} from './survey.js'

const SCHEMA_VERSION = 1
// What a hook says of many documents is for the hook to show again.
const MOST_LINES = 20

const SAID = '\nWhat it said:\n'
const OTHERS =
  '\nIf it speaks of other documents, mend them, or freeze what is wrong with them: spec lint --update-baseline\n'

/** What came of trying a hook. */
interface Proof {
  hook?: string
  /** A hook that is there and may not be executed. */
  idle?: string
  rule?: string
  broken?: Trial
  sound?: Trial
}

/** Tries the installed hook on a broken and a sound spec, in a throwaway clone. Returns the exit status. */
export async function checkHook(workspace: Workspace, format: 'text' | 'json', context: Context): Promise<number> {
  const {top, prefix} = await surveyOf(workspace, context)
  if (top === undefined) throw new UsageError('There is no git repository here, and so no hook to check')
  const proof = await rehearse(workspace, {top, prefix}, context)
  const isProven = proof.broken?.accepted === false && proof.sound?.accepted === true
  if (format === 'json') context.print(jsonText(report(proof, {root: workspace.root, isProven})))
  else context.print(proofText(proof, workspace, context))
  return isProven ? 0 : 1
}

async function rehearse(
  workspace: Workspace,
  {top, prefix}: {top: string; prefix: string},
  context: Context,
): Promise<Proof> {
  const below = prefix === '' ? '' : `${prefix}/`
  const rehearsal = await openRehearsal({
    top,
    prefix,
    env: context.env,
    isDocument: async path =>
      path.startsWith(below) && (await workspace.kindOf(path.slice(below.length))) !== undefined,
  })
  try {
    const {hook, idle} = rehearsal
    if (hook === undefined) return idle === undefined ? {} : {idle}
    const stage = await workspaceOf({...context, cwd: rehearsal.root, root: rehearsal.root})
    const {path, broken, sound, rule} = await canaryOf(stage).finally(stage.close)
    return {
      hook,
      rule,
      broken: await rehearsal.commit(path, broken),
      sound: await rehearsal.commit(path, sound),
    }
  } finally {
    await rehearsal.close()
  }
}

function proofText({hook, idle, rule, broken, sound}: Proof, workspace: Workspace, {colour}: Context): string {
  const palette = paletteOf(colour)
  if (hook === undefined || broken === undefined || sound === undefined)
    return `${palette.error('No hook runs before a commit here')}: ${
      idle === undefined
        ? '"spec init" sets one up, or says how it is installed.'
        : `${printable(shownFrom(workspace)(idle))} is there, and may not be executed (chmod +x, and git update-index --chmod=+x where git has it)`
    }\n`
  const verdict = (isGood: boolean, words: string) => `${isGood ? palette.good('ok') : palette.error('no')}  ${words}\n`
  return [
    `The hook ${palette.strong(printable(shownFrom(workspace)(hook)))}\n`,
    verdict(!broken.accepted, `${broken.accepted ? 'lets pass' : 'refuses'} a broken spec (${rule})`),
    verdict(sound.accepted, `${sound.accepted ? 'accepts' : 'refuses'} a sound one`),
    ...(sound.accepted ? [] : whatItSaid(sound)),
    ...(broken.accepted && broken.output.trim() !== '' ? [SAID, ...lastLines(broken.output)] : []),
  ].join('')
}

function whatItSaid({output}: Trial): string[] {
  return output.trim() === '' ? ['\nIt said nothing.\n'] : [SAID, ...lastLines(output), OTHERS]
}

function lastLines(output: string): string[] {
  const lines = output.trim().split('\n').slice(-MOST_LINES)
  return lines.map(line => `  ${printable(line)}\n`)
}

/** The contract of schema/init.schema.json. */
function report({hook, rule, broken, sound}: Proof, {root, isProven}: {root: string; isProven: boolean}): object {
  return {
    schemaVersion: SCHEMA_VERSION,
    root,
    check: {
      proven: isProven,
      ...(hook !== undefined && {hook}),
      ...(rule !== undefined && {rule}),
      ...(broken !== undefined && {broken}),
      ...(sound !== undefined && {sound}),
    },
  }
}
