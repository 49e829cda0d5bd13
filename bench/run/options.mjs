// What the command line asks of the bench.
import {parseArgs} from 'node:util'
import {GROUPS} from './report/results.mjs'

export const USAGE = `Usage: npm run bench -- [OPTIONS]

  --only GROUP,...   ${GROUPS.join(', ')}; by default all
  --peers NAME,...   all, none, or some of markdownlint-cli2, remark-cli, rumdl. By default all; of 10,000 files
                     rumdl alone, unless others are named
  --runs N           How often each command is timed. By default 7
  --seed N           What varied copies and documents are made from. By default 1
  --quick            One run of the small ones, nothing but rumdl beside; nothing is kept unless --out says where
  --out FOLDER       Where results.json, RESULTS.md and results.svg go. By default bench
  --plot             Measure nothing: make RESULTS.md and results.svg of results.json
`

/**
 * Reads the arguments; what is no option or no value of one is an `Error` in words.
 *
 *     readOptions(['--only', 'one', '--runs', '3']).runs // 3
 */
export function readOptions(args) {
  const {values} = parseArgs({
    args,
    options: {
      only: {type: 'string'},
      peers: {type: 'string'},
      runs: {type: 'string'},
      seed: {type: 'string', default: '1'},
      out: {type: 'string'},
      quick: {type: 'boolean', default: false},
      plot: {type: 'boolean', default: false},
      help: {type: 'boolean', short: 'h', default: false},
    },
  })
  const {quick} = values
  return {
    groups: chosen(values.only, quick ? ['one', 'files', 'documents'] : GROUPS, GROUPS, '--only'),
    peers: values.peers?.split(',') ?? (quick ? ['rumdl'] : ['all']),
    runs: count(values.runs ?? (quick ? '1' : '7'), '--runs'),
    seed: count(values.seed, '--seed'),
    out: values.out,
    quick,
    plot: values.plot,
    help: values.help,
  }
}

/** The command line that says the same, as it is kept with the figures. */
export function commandOf({peers, runs, seed, quick}, group) {
  const options = [
    `--only ${group}`,
    `--peers ${peers.join(',')}`,
    `--runs ${runs}`,
    `--seed ${seed}`,
    ...(quick ? ['--quick'] : []),
  ]
  return `npm run bench -- ${options.join(' ')}`
}

function chosen(value, byDefault, known, option) {
  if (value === undefined) return byDefault
  const names = value.split(',')
  for (const name of names)
    if (!known.includes(name)) throw new Error(`Unknown group "${name}" of ${option}, expected ${known.join(', ')}`)
  return known.filter(name => names.includes(name))
}

function count(value, option) {
  if (!/^[1-9]\d{0,6}$/.test(value))
    throw new Error(`Unexpected "${value}" for ${option}, expected a whole number from 1`)
  return Number(value)
}
