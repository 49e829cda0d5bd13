import {factsOfFiles} from '../lint/index.js'
import {jsonItem, jsonText} from '../text/index.js'
import type {Selected, Workspace} from '../workspace/index.js'
import {define} from './support/define.js'
import {kindName, withSchema} from './support/kinds.js'
import {FORMAT, KIND, MAX_SIZE, STAGED} from './support/options.js'
import {paletteOf} from './support/palette.js'
import {counted} from './support/progress.js'
import {accountJson, accountOf, wantedFates} from './support/questions/account.js'
import {accountText, addTo, emptyTally, tallyText} from './support/questions/account-text.js'
import {askedJson, askedResearch, noteFates} from './support/questions/asked.js'
import {askedText} from './support/questions/asked-text.js'
import {bytesOf} from './support/size.js'
import {reading, shownFrom} from './support/workspace.js'

const SCHEMA_VERSION = 1
const RESEARCH = 'research'

export const command = define({
  usage: 'questions [PATH...]',
  description:
    'Tells of each open question of the research that a spec cites what became of it there: answered, moved (to a goal, a ' +
    'non-goal, an alternative, the design), still open, vanished, or unclear, and in which line. Without paths it reads the ' +
    'specs of the workspace. Of a research document it tells the other way round: which specs took up its questions.',
  arity: [0, Number.POSITIVE_INFINITY],
  arguments: [['PATH', 'A spec, a research document, a folder or a glob, relative to the working folder']],
  options: {
    open: {type: 'boolean', describe: 'Only those that are still open'},
    vanished: {type: 'boolean', describe: 'Only those that have vanished; with --open, both'},
    all: {
      type: 'boolean',
      describe: 'Those, too, of research that a spec only mentions, though it does not take them up',
    },
    kind: KIND,
    staged: STAGED,
    format: FORMAT,
    'max-size': MAX_SIZE,
  },
  examples: [
    ['spec questions specs/2026-01-15-search.md', 'Those that one spec has to answer'],
    ['spec questions research/2026-01-12-search.md', 'Who took up the questions of one research document'],
    ['spec questions --open', 'What is left to decide'],
    ['spec questions --vanished', 'What was lost on the way'],
    ['spec questions --format json', 'For other tools, see schema/questions.schema.json'],
  ],
  more: [
    'docs/questions.md tells how they are found again, and when a question may be said to have vanished.',
    'Exit status: 0 printed, 2 a named document is not there, or could not be read. "spec lint" is the one that judges.',
  ],
  run: async (paths, values, context) => {
    const bytes = bytesOf('max-size', values['max-size'])
    const {workspace} = await reading(context, bytes, undefined, {staged: values.staged})
    const settled = <Result>(work: () => Promise<Result>) => withSchema(undefined, workspace, context, work)
    try {
      const kind = await kindName(values.kind, workspace, context, paths)
      const {files, problems, notes} = await settled(() => workspace.select(paths, {research: paths.length > 0}))
      for (const {text} of notes) context.note(`note: ${text}`)
      for (const problem of problems) context.note(`spec: ${problem}`)
      if (problems.length > 0 && files.length === 0) return 2
      const {specs, research} = await parted(files, kind, workspace)
      const everySpec = research.length === 0 ? [] : (await settled(() => workspace.select([]))).files
      const named = new Set(specs.map(({path}) => path))
      const read = [...specs, ...everySpec.filter(({path}) => !named.has(path))]

      const page = {columns: context.columns, palette: paletteOf(context.colour), show: shownFrom(workspace)}
      const isJson = values.format === 'json'
      const wanted = wantedFates(values)
      const asked = await askedResearch(research, workspace)
      const tally = emptyTally()
      let unread = asked.filter(({reason}) => reason !== undefined).length
      let first = true
      if (isJson) context.print(`{\n  "schemaVersion": ${SCHEMA_VERSION},\n  "files": [`)
      const facts = factsOfFiles(read, {workspace, limits: {bytes}, ...(kind !== undefined && {kind})})
      await settled(async () => {
        for await (const file of counted(facts, read.length, context)) {
          if (!file.ok) unread++
          noteFates(file, asked, wanted)
          if (!named.has(file.path)) continue
          const account = accountOf(file, wanted)
          addTo(tally, account)
          if (isJson) {
            context.print(`${first ? '' : ','}\n${jsonItem(accountJson(account, page.show), 2)}`)
            first = false
          } else context.print(accountText(account, page, {all: values.all, filtered: wanted !== undefined}))
        }
      })
      if (isJson) {
        const shown = asked.map(document => askedJson(document, page.show))
        context.print(
          `${first ? '' : '\n  '}],\n  "research": ${jsonText(shown).trimEnd().replaceAll('\n', '\n  ')}\n}\n`,
        )
      } else {
        for (const document of asked) context.print(askedText(document, values.all, page))
        if (named.size > 0 || asked.length === 0) context.print(tallyText(tally, page))
      }
      return unread > 0 || problems.length > 0 ? 2 : 0
    } finally {
      await workspace.close()
    }
  },
})

/** Specs and research documents among files. Whoever names a kind means documents that answer. */
async function parted(
  files: readonly Selected[],
  kind: string | undefined,
  workspace: Workspace,
): Promise<{specs: Selected[]; research: Selected[]}> {
  const [specs, research]: [Selected[], Selected[]] = [[], []]
  for (const file of files) {
    const home = kind === undefined ? await workspace.homeOf(file.path) : undefined
    const isResearch = (await home?.workspace.kindOf(home.path)) === RESEARCH
    ;(isResearch ? research : specs).push(file)
  }
  return {specs, research}
}
