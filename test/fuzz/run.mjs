// Tries seeded inputs of many families on the library and the command: nothing may crash, hang, or tell of a place outside of a text.
// The same seed gives the same inputs everywhere (the mutated ones: where there are the same real documents). How: USAGE.
import {existsSync} from 'node:fs'
import {availableParallelism} from 'node:os'
import {parseArgs} from 'node:util'

const NUMBERS = {
  seed: 1,
  runs: 10_000,
  jobs: availableParallelism(),
  deadline: 20_000,
  trials: 500,
  only: undefined,
  minutes: undefined,
}

const USAGE = `Tries seeded inputs of many families on the library and the command, and tells what crashes, hangs, or has places outside of a text.

  npm run fuzz -- [options]

  --seed N        the same seed gives the same inputs (${NUMBERS.seed})
  --runs N        how many of them (${NUMBERS.runs})
  --family NAME   of this family alone; may be given again
  --only INDEX    one input of each family again, and what it is
  --keep          write the smallest input of each fault to test/fuzz/found: from then on the tests try it
  --jobs N        processes at once (${NUMBERS.jobs})
  --deadline MS   what takes longer hangs (${NUMBERS.deadline})
  --trials N      how many smaller inputs are tried of a fault (${NUMBERS.trials})
  --minutes N     begin no more inputs after them
`

function settingsOf() {
  const {values} = parseArgs({
    options: {
      ...Object.fromEntries(Object.keys(NUMBERS).map(name => [name, {type: 'string'}])),
      family: {type: 'string', multiple: true},
      keep: {type: 'boolean', default: false},
      help: {type: 'boolean', short: 'h', default: false},
    },
  })
  const numbers = Object.entries(NUMBERS).map(([name, fallback]) => [name, numberOf(name, values[name], fallback)])
  return {...Object.fromEntries(numbers), names: values.family, keep: values.keep, help: values.help}
}

function numberOf(name, text, fallback) {
  if (text !== undefined && !/^\d{1,9}$/.test(text)) throw new Error(`Unexpected --${name} ${text}, expected a number`)
  return text === undefined ? fallback : Number(text)
}

async function main() {
  const settings = settingsOf()
  if (settings.help) return process.stdout.write(USAGE)
  if (!existsSync(new URL('../../dist/index.js', import.meta.url))) throw new Error('There is no dist: npm run build')
  const [{families}, {origin}, {runAll}, {causesOf, inputOf, isConfirmed, reduced}, {keep}, {summaryText}] =
    await Promise.all([
      import('./families/index.mjs'),
      import('./inputs/documents.mjs'),
      import('./runner/run.mjs'),
      import('./runner/causes.mjs'),
      import('./keep.mjs'),
      import('./summary.mjs'),
    ])
  const unknown = settings.names?.find(wanted => !families.some(({name}) => name === wanted))
  if (unknown !== undefined)
    throw new Error(`Unknown family "${unknown}", expected one of ${families.map(({name}) => name).join(', ')}`)
  const started = performance.now()
  const isWatched = process.stderr.isTTY
  const tell = done => isWatched && process.stderr.write(`\r${done} inputs`)
  const result = await runAll({...settings, tell})
  if (isWatched) process.stderr.write('\r')
  const causes = []
  for (const cause of causesOf(result.faults))
    if (await isConfirmed(inputOf({...settings, ...cause}), cause, settings)) causes.push(cause)
    else console.log(`\nslow: ${cause.inputs.join(', ')}`)
  if (settings.only !== undefined)
    for (const {name} of result.families)
      console.log(JSON.stringify(inputOf({...settings, family: name, index: settings.only}), null, 2))
  for (const cause of causes) {
    const smallest = await reduced(inputOf({...settings, ...cause}), cause, settings)
    console.log(`\n${cause.name} in ${cause.inputs.length} (${cause.inputs.slice(0, 5).join(', ')})\n${cause.words}`)
    console.log(`  npm run fuzz -- --seed ${settings.seed} --family ${cause.family} --only ${cause.index}`)
    console.log(
      `  ${settings.keep ? keep({...settings, ...cause, input: smallest}) : JSON.stringify(smallest).slice(0, 2000)}`,
    )
  }
  console.log(summaryText({...result, causes, seed: settings.seed, origin, ms: performance.now() - started}))
  process.exitCode = causes.length > 0 ? 1 : 0
}

await main().catch(error => {
  console.error(`fuzz: ${error.message}`)
  process.exitCode = 2
})
