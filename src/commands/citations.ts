import {citeFiles, type FileCitations} from '../lint/index.js'
import {append, jsonItem, jsonText} from '../text/index.js'
import type {Workspace} from '../workspace/index.js'
import {standingOf} from './support/citation-words.js'
import {type CitationsTextContext, emptyTally, fileText, tallyText} from './support/citations-text.js'
import {citedResearch, citedResearchText, note, sorted} from './support/cited-by.js'
import {define} from './support/define.js'
import {kindName, withSchema} from './support/kinds.js'
import {FORMAT, KIND, MAX_SIZE, STAGED, STDIN_FILENAME} from './support/options.js'
import {paletteOf} from './support/palette.js'
import {counted} from './support/progress.js'
import {bytesOf} from './support/size.js'
import {takeStdin} from './support/stdin.js'
import {reading, shownFrom} from './support/workspace.js'
import type {Context} from './types.js'

const SCHEMA_VERSION = 1

export const command = define({
  usage: 'citations [PATH...]',
  description:
    'Lists every citation with what became of it: whether the document or the code is there, as of which commit, whether the ' +
    'lines, anchors, sections, names and quotations are, and what HEAD made of cited code since. Without paths it reads the ' +
    'specs of the workspace.',
  arity: [0, Number.POSITIVE_INFINITY],
  arguments: [
    [
      'PATH',
      'A file, a folder or a glob, relative to the working folder; "-" reads standard input (with --stdin-filename)',
    ],
  ],
  options: {
    research: {
      type: 'boolean',
      describe:
        'The other way round: every research document, who cites it, where, and what became of the code that it speaks of',
    },
    wrong: {type: 'boolean', describe: 'Only those that "spec lint" reports as errors or warnings'},
    stale: {type: 'boolean', describe: 'Only those whose code is no longer as it was cited; with --wrong, both'},
    kind: KIND,
    staged: STAGED,
    format: FORMAT,
    'stdin-filename': STDIN_FILENAME,
    'max-size': MAX_SIZE,
  },
  examples: [
    ['spec citations specs/2026-01-15-search.md', 'Those of one spec'],
    ['spec citations --wrong', 'What is wrong anywhere'],
    ['spec citations --research', 'Who rests on which research'],
    ['spec citations --format json', 'For other tools, see schema/citations.schema.json'],
  ],
  more: [
    'Exit status: 0 printed, 2 a named document is not there, or could not be read. "spec lint" is the one that judges.',
  ],
  run: async (paths, values, context) => {
    const format = values.format ?? 'text'
    const bytes = bytesOf('max-size', values['max-size'])
    const {args, piped} = await takeStdin(paths, values['stdin-filename'], bytes, context)
    const {workspace} = await reading(context, bytes, piped, {staged: values.staged})
    try {
      const kind = await kindName(values.kind, workspace, context, args)
      const {files, problems, notes} = await withSchema(undefined, workspace, context, () => workspace.select(args))
      for (const {text} of notes) context.note(`note: ${text}`)
      for (const problem of problems) context.note(`spec: ${problem}`)
      if (problems.length > 0 && files.length === 0) return 2
      const citing = citeFiles(files, {workspace, limits: {bytes}, ...(kind !== undefined && {kind})})
      const read = counted(citing, files.length, context)
      const wanted = wantedBy(values)
      const print = values.research ? printResearch : printCitations
      const unread = await withSchema(undefined, workspace, context, () =>
        print(read, {format, wanted, workspace, context}),
      )
      return unread > 0 || problems.length > 0 ? 2 : 0
    } finally {
      await workspace.close()
    }
  },
})

interface Printing {
  format: 'text' | 'json'
  wanted: (file: FileCitations) => FileCitations
  workspace: Workspace
  context: Context
}

/** Leaves the citations that were asked for. */
function wantedBy({wrong, stale}: {wrong: boolean; stale: boolean}): Printing['wanted'] {
  if (!wrong && !stale) return file => file
  const standings = [...(wrong ? ['wrong'] : []), ...(stale ? ['stale'] : [])]
  return file => ({...file, citations: file.citations.filter(citation => standings.includes(standingOf(citation)))})
}

// Document by document, so that a long list does not pile up in memory. Returns how many could not be read.
async function printCitations(files: AsyncIterable<FileCitations>, printing: Printing): Promise<number> {
  const {format, wanted, workspace, context} = printing
  const page = pageOf(workspace, context)
  const tally = emptyTally()
  let first = true
  if (format === 'json') context.print(`{\n  "schemaVersion": ${SCHEMA_VERSION},\n  "files": [`)
  for await (const all of files) {
    const file = wanted(all)
    if (file.status === 'checked') tally.documents++
    else tally.notChecked++
    for (const citation of file.citations) tally[standingOf(citation)]++
    if (format === 'json') {
      const {path, sources, outward, ...shown} = file
      // Paths of what it cites are relative to that workspace's root.
      const root = outward('') === '' ? {} : {root: page.show(outward(''))}
      context.print(`${first ? '' : ','}\n${jsonItem({path: page.show(path), ...root, ...shown}, 2)}`)
      first = false
    } else if (file === all || file.citations.length > 0 || file.status === 'not-checked')
      context.print(`${fileText(file, page)}\n`)
  }
  if (format === 'json') context.print(`${first ? '' : '\n  '}]\n}\n`)
  else context.print(tallyText(tally, page))
  return tally.notChecked
}

async function printResearch(files: AsyncIterable<FileCitations>, printing: Printing): Promise<number> {
  const {format, wanted, workspace, context} = printing
  const page = pageOf(workspace, context)
  const documents = citedResearch(await researchIn(workspace))
  let unread = 0
  for await (const file of files) {
    note(wanted(file), documents)
    if (file.status === 'not-checked') unread++
  }
  const list = sorted(documents)
  if (format === 'text') context.print(citedResearchText(list, page))
  else {
    const shown = list.map(({path, asWritten, citedBy, ...rest}) => ({
      path: asWritten ? path : page.show(path),
      ...rest,
      citedBy: citedBy.map(({path: by, citations}) => ({path: page.show(by), citations})),
    }))
    context.print(jsonText({schemaVersion: SCHEMA_VERSION, research: shown}))
  }
  return unread
}

/** The research of the workspace and those below it. */
async function researchIn(workspace: Workspace): Promise<string[]> {
  const {research} = await workspace.look([])
  const below: string[] = []
  for (const root of await workspace.nested()) {
    const {workspace: other, outward} = await workspace.homeOf(`${root}/-`)
    append(below, (await other.look([])).research.map(outward))
  }
  return [...research, ...below]
}

function pageOf(workspace: Workspace, {columns, colour}: Context): CitationsTextContext {
  return {columns, palette: paletteOf(colour), show: shownFrom(workspace)}
}
