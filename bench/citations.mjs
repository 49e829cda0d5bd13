// Looks every citation of a real repository up, and tells how many resolve, and by which way; the time, the CPU time with that
// of git, and how many git processes it took. The repository is any clone with specs and research in it.
//
//   npm run build && node bench/citations.mjs FOLDER [--list KIND [--sample N]]
//
// KIND is `symbol`, `astray`, `nowhere`, `quote`, `missing`, `range`, `open` or `drift`, or several with commas: prints those citations with their documents' lines, for reading them
// by eye; N of them, spread evenly.
import {spawnSync} from 'node:child_process'
import {chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {delimiter, join, resolve} from 'node:path'
import {fileURLToPath} from 'node:url'

const [folder, ...options] = process.argv.slice(2)
if (folder === undefined) {
  console.error('Usage: node bench/citations.mjs FOLDER [--list KIND [--sample N]]')
  process.exit(2)
}
const optionOf = name => (options.includes(name) ? options[options.indexOf(name) + 1] : undefined)
const root = resolve(folder)

/** Runs itself once more, with a `git` that counts its starts, under a shell that tells the CPU time. */
function measure() {
  const counting = mkdtempSync(join(tmpdir(), 'specwright-bench-'))
  try {
    const real = spawnSync('sh', ['-c', 'command -v git'], {encoding: 'utf8'}).stdout.trim()
    writeFileSync(join(counting, 'git'), `#!/bin/sh\necho "$@" >> '${counting}/starts'\nexec '${real}' "$@"\n`)
    chmodSync(join(counting, 'git'), 0o755)
    const {NODE_EXTRA_CA_CERTS: _, ...env} = process.env
    const started = performance.now()
    const line = '"$0" "$@"; status=$?; times >&2; exit $status'
    const run = spawnSync(
      'sh',
      ['-c', line, process.execPath, fileURLToPath(import.meta.url), ...process.argv.slice(2)],
      {
        env: {...env, SPECWRIGHT_BENCH: '1', PATH: `${counting}${delimiter}${env.PATH}`},
        encoding: 'utf8',
        maxBuffer: 1 << 28,
      },
    )
    process.stdout.write(run.stdout)
    const [, children = ''] = run.stderr.trim().split('\n').slice(-2)
    if (run.status !== 0) process.stderr.write(run.stderr)
    process.exitCode = run.status ?? 2
    const starts = readFileSync(join(counting, 'starts'), 'utf8').trim().split('\n')
    if (optionOf('--list') !== undefined) return
    console.log(`wall ${((performance.now() - started) / 1000).toFixed(1)} s, CPU of all (user, system) ${children}`)
    console.log(`git processes ${starts.length}: ${starts.map(subcommand).join(', ')}`)
  } finally {
    rmSync(counting, {recursive: true, force: true})
  }
}

// What stands behind the options of git itself.
function subcommand(line) {
  const words = line.split(' ')
  for (let index = 0; index < words.length; index++) {
    if (words[index] === '-C' || words[index] === '-c') index++
    else if (!words[index].startsWith('-')) return words[index]
  }
  return line
}

async function look() {
  const {citeFiles} = await import('../dist/lint/index.js')
  const {openWorkspace} = await import('../dist/workspace/index.js')
  const workspace = await openWorkspace({root, cwd: root})
  const {files} = await workspace.select([])
  const all = []
  for await (const {path, citations, skipped} of citeFiles(files, {workspace}))
    for (const citation of citations) all.push({path, citation, skipped})
  await workspace.close()
  const kind = optionOf('--list')
  if (kind === undefined) summary(all, files.length)
  else for (const each of kind.split(',')) list(all, each, Number(optionOf('--sample') ?? Number.POSITIVE_INFINITY))
}

function summary(all, documents) {
  const code = all.filter(({citation}) => citation.kind === 'code')
  const lined = code.filter(({citation}) => citation.lines !== undefined)
  console.log(`${documents} documents, ${all.length} citations, ${code.length} of code, ${lined.length} with lines`)
  const resolved = lined.filter(({citation}) => citation.exists)
  console.log(`with lines, resolved: ${share(resolved.length, lined.length)}`)
  count('  by the state', resolved, ({citation}) => citation.commitFrom)
  count('  by the path', resolved, ({citation}) => citation.resolvedFrom)
  count(
    '  else',
    lined.filter(({citation}) => !citation.exists),
    ({citation}) =>
      citation.exists === false
        ? `missing${citation.folderExists ? ', its folder is there' : ''}`
        : (citation.gap ?? 'ambiguous'),
  )
  count('lines', resolved, ({citation}) =>
    citation.linesExist === undefined ? 'not told' : citation.linesExist ? 'there' : 'out of range',
  )
  count(
    'symbols',
    lined.filter(({citation}) => citation.symbol),
    ({citation}) => citation.symbol.found,
  )
  count(
    'quotations',
    all.filter(({citation}) => citation.quote),
    ({citation}) => `${citation.kind} ${citation.quote.found}`,
  )
  count('drift', resolved, ({citation}) => citation.drift?.state ?? 'not told')
  count('forms', all, ({citation}) => `${citation.form} ${citation.kind}`)
}

function count(title, entries, of) {
  const counts = new Map()
  for (const entry of entries) counts.set(of(entry), (counts.get(of(entry)) ?? 0) + 1)
  const told = [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([name, number]) => `${name} ${share(number, entries.length)}`)
  console.log(`${title}: ${told.join(', ') || 'none'}`)
}

function share(number, of) {
  return `${number} (${of === 0 ? 0 : ((100 * number) / of).toFixed(1)} %)`
}

const WANTED = {
  symbol: ({symbol}) => symbol !== undefined,
  astray: ({symbol}) => symbol?.found === 'once' || symbol?.found === 'several',
  nowhere: ({symbol}) => symbol?.found === 'nowhere',
  quote: ({quote}) => quote !== undefined,
  missing: ({kind, exists}) => kind === 'code' && exists === false,
  range: ({kind, linesExist}) => kind === 'code' && linesExist === false,
  open: ({gap, candidates}) => gap !== undefined || candidates !== undefined,
  drift: ({drift}) => drift !== undefined && drift.state !== 'unchanged',
}

function list(all, kind, most) {
  const wanted = WANTED[kind]
  if (wanted === undefined) {
    console.error(`Unknown kind "${kind}", expected one of ${Object.keys(WANTED).join(', ')}`)
    process.exitCode = 2
    return
  }
  console.log(`\n== ${kind}`)
  const found = all.filter(({citation}) => wanted(citation))
  const step = Math.max(1, found.length / most)
  for (let index = 0; index < found.length; index += step) {
    const {path, citation} = found[Math.floor(index)]
    const {position, section: _section, targetPosition: _target, ...rest} = citation
    const lines = readFileSync(join(root, path), 'utf8').split('\n')
    const line = position.start.line
    console.log(
      `${path}:${line}\n  ${lines
        .slice(line - 1, line)
        .join('\n  ')
        .slice(0, 700)}`,
    )
    console.log(
      `  ${JSON.stringify({...rest, lookups: rest.lookups?.map(({from, outcome}) => `${from} ${outcome}`).join(', ')})}`,
    )
  }
  console.log(`${found.length} in all`)
}

if (process.env.SPECWRIGHT_BENCH === undefined) measure()
else await look()
