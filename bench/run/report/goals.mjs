// What the figures are held against. Each goal is data: what is measured, and the bound that it has.
import {growthOf, rowOf, timesOf} from './results.mjs'
import {ratio} from './statistics.mjs'

const [PLAIN, GIT] = ['folder', 'repository']
const FIT = {exponent: 'as exponent', steepest: 'as exponent between any two neighbours'}

/**
 * `group`: what it needs, `least`: the bound is what it must reach (else what it may not pass), `measure`: the figure of the
 * results, undefined where it was not measured.
 */
export const GOALS = [
  both('one', 'one spec of 30 KB', 'times node -e 0', 2.5, ['spec'], ['node', PLAIN]),
  both('one', 'one spec of 30 KB', "times rumdl's npm command", 1, ['spec'], ['rumdl-npm', GIT]),
  less('136', '136 specs', 'markdownlint-cli2', 15),
  less('136', '136 specs', 'remark-cli', 15),
  both('136', '136 specs', 'times native rumdl --no-cache', 1, ['spec'], ['rumdl', GIT]),
  both('10000', '10,000 specs', 'times the wall time of rumdl --no-cache', 0.7, ['spec'], ['rumdl', GIT], 'walls'),
  both('one', 'one spec, --cache warm', 'times node -e 0', 2, ['spec-cache'], ['node', PLAIN]),
  both('136', '136 specs, --cache warm', 'times node -e 0', 3, ['spec-cache'], ['node', PLAIN]),
  both('10000', '10,000 specs, --cache warm', "times rumdl's warm cache", 0.2, ['spec-cache'], ['rumdl-cache', GIT]),
  [PLAIN, GIT].map(where => ({
    group: 'one',
    name: `a schema of one's own, later runs: what it adds${says(where)}`,
    unit: 'times node -e 0',
    bound: 1,
    measure: results => added(results, where),
  })),
  memory('one', 'one spec of 30 KB', 64),
  memory('136', '136 specs', 160),
  memory('10000', '10,000 specs', 400),
  [
    growth('files', 'growth of CPU with the number of specs', 'exponent', 1.1),
    growth('files', 'growth of CPU with the number of specs', 'steepest', 1.2),
    growth('documents', 'growth of CPU with the size of one document', 'exponent', 1.1),
    growth('documents', 'growth of CPU with the size of one document', 'steepest', 1.2),
  ],
].flat()

/** @returns {{group: string, name: string, unit: string, bound: number, least: boolean, value?: number, reached?: boolean}[]} */
export function verdicts(results) {
  return GOALS.map(({group, name, unit, bound, least = false, measure}) => {
    const value = measure(results)
    if (value === undefined) return {group, name, unit, bound, least}
    return {group, name, unit, bound, least, value, reached: least ? value >= bound : value <= bound}
  })
}

function says(where) {
  return where === PLAIN ? ', without git' : ', with git'
}

function both(group, subject, unit, bound, [id], other, key = 'cpus') {
  return [PLAIN, GIT].map(where => ({
    group,
    name: `${subject}${says(where)}`,
    unit,
    bound,
    measure: results => timesOf(results, group, [id, where], other, key),
  }))
}

function less(group, subject, peer, bound) {
  return [PLAIN, GIT].map(where => ({
    group,
    name: `${subject}${says(where)}`,
    unit: `times less than ${peer}`,
    bound,
    least: true,
    measure: results => timesOf(results, group, [peer, GIT], ['spec', where]),
  }))
}

function added(results, where) {
  const [own, shipped] = ['spec-schema', 'spec'].map(id => rowOf(results, 'one', id, where))
  const node = rowOf(results, 'one', 'node', PLAIN)
  if (!own || !shipped || !node) return undefined
  const more = own.cpus.map((cpu, round) => cpu - shipped.cpus[round])
  return ratio(more, node.cpus)
}

function memory(group, subject, bound) {
  return [PLAIN, GIT].map(where => ({
    group,
    name: `peak memory, ${subject}${says(where)}`,
    unit: 'MiB',
    bound,
    measure: results => rowOf(results, group, 'spec', where)?.memory ?? undefined,
  }))
}

// Linear is 1; what is above is left to noise, the more where there are but two points.
function growth(group, name, key, bound) {
  return {group, name, unit: FIT[key], bound, measure: results => growthOf(results, group)[key]}
}
