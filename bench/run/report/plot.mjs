// results.svg, made of results.json alone.
import {bars, line, WIDTH} from './charts.mjs'
import {figure, size} from './figures.mjs'
import {growthOf, rowOf, timesOf} from './results.mjs'

const BARS = [
  ['spec', 'folder', 'spec lint, without git'],
  ['spec', 'repository', 'spec lint, with git'],
  ['spec-first', 'repository', 'spec lint, with git, its first run'],
  ['spec-cache', 'repository', 'spec lint --cache, with git'],
  ['spec-schema', 'repository', 'spec lint --schema, with git'],
  ['rumdl', 'repository', 'rumdl --no-cache'],
  ['rumdl-cache', 'repository', 'rumdl, its cache warm'],
  ['rumdl-npm', 'repository', 'rumdl --no-cache, by its npm command'],
  ['markdownlint-cli2', 'repository', 'markdownlint-cli2'],
  ['remark-cli', 'repository', 'remark-cli, recommended preset'],
]

const STYLE = `
text { font: 13px system-ui, sans-serif; fill: #24292f }
.title { font-size: 15px; font-weight: 600 }
.small { font-size: 11px; fill: #57606a }
.ours-text { font-weight: 600 }
.ours { fill: #0969da }
.other { fill: #8c959f }
.line { fill: none; stroke: #0969da; stroke-width: 2 }
.linear { fill: none; stroke: #8c959f; stroke-width: 1.5; stroke-dasharray: 4 4 }
.grid { fill: none; stroke: #d0d7de; stroke-width: 1 }
@media (prefers-color-scheme: dark) {
  text { fill: #e6edf3 }
  .small { fill: #9da7b3 }
  .ours { fill: #58a6ff }
  .other { fill: #6e7681 }
  .line { stroke: #58a6ff }
  .linear { stroke: #6e7681 }
  .grid { stroke: #30363d }
}
`

/** @param {{groups: Record<string, object>}} results */
export function plotOf(results) {
  const charts = [
    multiples(results, 'one', 'One spec of 30 KB'),
    multiples(results, '136', 'All 136 specs'),
    multiples(results, '10000', '10,000 specs'),
    growing(results, 'files', 'Number of specs', 'bytes of specs'),
    growing(results, 'documents', 'Size of one document', 'bytes of the document'),
  ].filter(chart => chart !== undefined)
  let top = 8
  const placed = charts.map(({height, svg}) => {
    const group = `<g transform="translate(0 ${top})">\n${svg}\n</g>`
    top += height
    return group
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${top}" width="${WIDTH}" height="${top}" role="img">
<title>CPU of each linter as a multiple of node -e 0, and how that of spec lint grows</title>
<style>${STYLE}</style>
${placed.join('\n')}
</svg>
`
}

function multiples(results, group, title) {
  const items = BARS.flatMap(([id, where, name]) => {
    const value = timesOf(results, group, [id, where], ['node', 'folder'])
    return value === undefined ? [] : [{name, value, isOurs: id.startsWith('spec')}]
  })
  if (items.length === 0) return undefined
  return bars(`${title}: CPU as a multiple of node -e 0 (logarithmic)`, items)
}

function growing(results, group, title, xName) {
  const {points, exponent} = growthOf(results, group)
  const shown = points.filter(({cpu}) => cpu > 0).map(({bytes, cpu}) => ({x: bytes, y: cpu}))
  if (shown.length < 2 || rowOf(results, group, 'floor') === undefined) return undefined
  return line(`${title}: grows to the power of ${figure(exponent)} (both axes logarithmic)`, shown, {
    x: xName,
    y: 'CPU in ms, above the start',
    say: size,
  })
}
