// Holds documents of any clone against a kind: how many are accused, and by which rules. The schema is the one that
// `spec schema derive` makes of the template, unless another is given.
//
//   npm run build && node bench/kinds.mjs FOLDER --files GLOB --template FILE [--schema FILE] [--list RULE | --sample N]
//
// FOLDER is the root; GLOB may be given again, and with a "!" leaves files out. --list prints the messages of a rule (or of "all"),
// --sample that many errors, taken by rule in turn, always the same ones: for reading them by eye.
import {readFileSync} from 'node:fs'
import {resolve} from 'node:path'
import {parseArgs} from 'node:util'
import picomatch from 'picomatch'
import {deriveSchema, lintFiles, readKind} from '../dist/lint/index.js'
import {readTemplate} from '../dist/template/index.js'
import {openWorkspace} from '../dist/workspace/index.js'

const {values, positionals} = parseArgs({
  allowPositionals: true,
  options: {
    files: {type: 'string', multiple: true},
    template: {type: 'string'},
    schema: {type: 'string'},
    list: {type: 'string'},
    sample: {type: 'string'},
  },
})
const [folder] = positionals
if (folder === undefined || values.template === undefined || values.files === undefined) {
  console.error('Expected a folder, --files and --template')
  process.exit(2)
}

const template = readTemplate(readFileSync(values.template, 'utf8'))
const text = values.schema === undefined ? deriveSchema(template) : readFileSync(values.schema, 'utf8')
const reading = await readKind({text, path: values.schema ?? 'derived'})
if (!reading.ok) {
  for (const {reason, range} of reading.problems) console.error(`${range.start.line}: ${reason}`)
  process.exit(2)
}
const kind = {name: template.kind, template, law: reading.kind.law}
const root = resolve(folder)
const workspace = await openWorkspace({root, cwd: root})
const wanted = values.files.filter(glob => !glob.startsWith('!'))
const unwanted = values.files.filter(glob => glob.startsWith('!')).map(glob => picomatch(glob.slice(1), {dot: true}))
const {files: found} = await workspace.select(wanted)
const paths = found.map(({path}) => path).filter(path => !unwanted.some(isUnwanted => isUnwanted(path)))
const {files} = await lintFiles(paths, {workspace, kind}).finally(workspace.close)

const messages = files.flatMap(({path, messages}) => messages.map(message => ({path, ...message})))
const of = severity => messages.filter(message => message.severity === severity)
const accused = severity => new Set(of(severity).map(({path}) => path)).size
console.log(
  `${files.length} documents, ${accused('error')} with errors (${of('error').length}), ${accused('warning')} with warnings (${of('warning').length}), ${files.filter(({status}) => status !== 'checked').length} not checked`,
)
const byRule = grouped(messages)
for (const [id, hits] of [...byRule].sort(([, a], [, b]) => b.length - a.length)) {
  const where = new Set(hits.map(({path}) => path)).size
  console.log(`${hits[0].severity.padEnd(8)} ${id.padEnd(26)} ${String(hits.length).padStart(5)} in ${where}`)
}
if (values.list !== undefined) {
  for (const message of messages) if (values.list === 'all' || message.ruleId === values.list) print(message)
}
if (values.sample !== undefined) sampled(of('error'), Number(values.sample)).forEach(print)

function print({path, ruleId, reason, range}) {
  console.log(`${path}:${range.start.line}: ${ruleId}: ${reason}`)
}

// Each rule in turn gives one, from places that a fixed sequence of numbers picks.
function sampled(errors, most) {
  let seed = 20260115
  const random = () => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
    return seed / 2 ** 32
  }
  const rest = [...grouped(errors).values()].map(hits => [...hits])
  const taken = []
  while (taken.length < Math.min(most, errors.length)) {
    for (const hits of rest) {
      if (hits.length > 0 && taken.length < most) taken.push(hits.splice(Math.floor(random() * hits.length), 1)[0])
    }
  }
  return taken
}

function grouped(hits) {
  const groups = new Map()
  for (const hit of hits) groups.set(hit.ruleId, [...(groups.get(hit.ruleId) ?? []), hit])
  return groups
}
