// RESULTS.md, made of results.json alone.
import {PEERS} from '../commands/peers.mjs'
import {ONE_PATH} from '../inputs/corpus.mjs'
import {figure, size} from './figures.mjs'
import {verdicts} from './goals.mjs'
import {groupsOf, growthOf, isWhole} from './results.mjs'
import {median, ratio} from './statistics.mjs'

const TITLES = {
  one: 'One spec of 30 KB',
  136: 'All 136 specs',
  10000: '10,000 varied copies',
  files: 'Growth with the number of specs',
  documents: 'Growth with the size of one document',
}

/** @param {{groups: Record<string, object>}} results */
export function reportOf(results) {
  return `# Results of the bench

Made by \`npm run bench\` of \`results.json\`; \`npm run bench -- --plot\` makes this page and the plot anew. [CONTRIBUTING.md](../CONTRIBUTING.md)
tells how to run it.

![CPU of each linter as a multiple of node -e 0, and how ours grows](results.svg)

## Goals

${goalsTable(results)}

## Why goals are not reached

The bounds on time were set by a trial that parsed a spec and walked its tree. Parsing is an eighth of what a run takes now; what costs is what the rules
ask of a spec: the ledger of its research's questions, its citations with what they point to, the words around each. A CPU profile of all 136 specs in
one thread (\`node --cpu-prof\`, 2026-11-28) has no function with more than 2 % of its own: the ledger takes 13 % in all, parsing 12, citations 11, garbage 11,
git's history 7, reading facts 5, evaluating rules 4, loading code 3. For one spec two fifths of the time go before its first sign is read: Node's own start, and two megabytes of code
out of V8's cache; the rules then run in code that V8 has not made fast yet. The peers look at one file and at the style of its Markdown alone.

${groupsOf(results)
  .map(([name, group]) => section(name, group, results))
  .join('\n\n')}

## How it is measured

- **CPU** is user and system time of the whole process tree, and **wall** the time until its end, as bash's \`time\` has them; **×
  node** is the median of the ratios to \`node -e 0\` in the same round. Commands run by turns, each round beginning with another
  one; all figures are medians. **Spread** is the least and the greatest CPU.
- **Memory** is the greatest resident set of any process, and **tree** the greatest sum of all at one time (pages that two share count
  twice), asked of \`/proc\` every 2 ms in runs that are not timed. **git** is the number of git processes that were started, counted by a \`git\` first
  in \`PATH\` in a run that is not timed.
- All commands run with an empty home, cache folders of their own and few variables: no \`NODE_EXTRA_CA_CERTS\`, which triples the time that
  Node takes to start, no config of the user. What they print goes to \`/dev/null\`. All that is JavaScript is started by the same Node, without npm or a shell around it.
- **with git**: the documents in a repository of seven commits, research beside. **without**: the same files, and no repository, so that no git
  process runs. The peers ask git nothing; they run on the files of the repository.
- \`spec lint\` is the default setting: the code that V8 compiled is kept in the user's cache folder from the first run on, results of linting are not.
  "Nothing kept" is the first run of all, with an empty cache folder, and writing to it.
- \`SPEC.md\` is \`${ONE_PATH}\`.
- Exit status 1 says that there are findings, and 2 of \`spec lint\` that something was not checked. **Files** is what a command itself says it has linted.

What they check is not the same: ${'`spec lint`'} holds sections, metadata and citations against files, anchors, lines and history, and the peers the style of Markdown.

| peer | checks |
| --- | --- |
${Object.entries(PEERS)
  .map(([name, {checks}]) => `| ${name} | ${checks} |\n`)
  .join('')}`
}

function goalsTable(results) {
  const rows = verdicts(results).map(({name, unit, bound, least, value, reached}) => {
    const verdict = value === undefined ? 'not measured' : reached ? 'yes' : '**no**'
    return `| ${name} | ${figure(value)} | ${least ? 'at least' : 'at most'} ${figure(bound)} ${unit} | ${verdict} |`
  })
  return ['| goal | measured | bound | reached |', '| --- | ---: | --- | --- |', ...rows].join('\n')
}

function section(name, group, results) {
  const {date, command, runs, seed, machine, versions, input} = group
  const versionList = Object.entries(versions)
    .map(([part, version]) => `${part} ${version}`)
    .join(', ')
  const made =
    input.bytes === undefined
      ? ''
      : `${figure(input.files)} ${input.files === 1 ? 'file' : 'files'}, ${size(input.bytes)}; `
  return `## ${TITLES[name]}

${made}${runs} ${runs === 1 ? 'run' : 'runs'}, seed ${seed}, input ${input.commit.slice(0, 10)}. ${date}, ${machine.cpu}, ${machine.cores} cores, ${machine.memory}, ${machine.system}. ${versionList}.

\`${command}\`

${rowsTable(group)}${growthText(name, results)}`
}

function rowsTable({rows}) {
  const node = rows.find(({id}) => id === 'node')
  const lines = rows.map(row => {
    const {cpus, walls} = isWhole(row) ? row : {cpus: [], walls: []}
    return [
      `\`${row.shown.replaceAll(ONE_PATH, 'SPEC.md').replaceAll('|', '\\|')}\`${row.state === undefined ? '' : `, ${row.state}`}`,
      row.id === 'node' ? '' : placeOf(row),
      figure(median(cpus)),
      cpus.length === 0 ? '–' : `${figure(Math.min(...cpus))}–${figure(Math.max(...cpus))}`,
      figure(ratio(cpus, node.cpus)),
      figure(median(walls)),
      figure(row.memory),
      figure(row.tree),
      figure(row.git),
      figure(row.files),
      [row.status, row.note].filter(part => part !== undefined).join(': '),
    ].join(' | ')
  })
  return [
    '| command | where | CPU ms | spread | × node | wall ms | memory MiB | tree MiB | git | files | exit |',
    '| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- |',
    ...lines.map(line => `| ${line} |`),
  ].join('\n')
}

function placeOf({where}) {
  return where === 'folder' ? 'without git' : 'with git'
}

function growthText(name, results) {
  if (name !== 'files' && name !== 'documents') return ''
  const {points, exponent, steepest} = growthOf(results, name)
  const lines = points.map(
    ({files, bytes, cpu}) => `| ${figure(files)} | ${size(bytes)} | ${figure(cpu)} | ${figure(cpu / (bytes / 1e6))} |`,
  )
  return `

| files | size | CPU ms above the start | ms per MB |
| ---: | ---: | ---: | ---: |
${lines.join('\n')}

CPU above the start (that of a spec of one line) grows with the size to the power of **${figure(exponent)}**, ${figure(steepest)} in its steepest step.`
}
