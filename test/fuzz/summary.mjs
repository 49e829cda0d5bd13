/** What a run came to, as a table: inputs by family, seconds, the slowest one, faults. */
export function summaryText({families, faults, causes, seed, origin, ms}) {
  const rows = families.map(({name, inputs, ms, slowest}) => [
    name,
    String(inputs),
    seconds(ms),
    `${Math.round(slowest.ms)} ms, --only ${slowest.index}`,
    String(faults.filter(({family}) => family === name).length),
  ])
  const total = families.reduce((sum, {inputs}) => sum + inputs, 0)
  const table = [['family', 'inputs', 'seconds', 'slowest', 'faults'], ...rows]
  const widths = table[0].map((_, column) => Math.max(...table.map(row => row[column].length)))
  const lines = table.map(row =>
    row
      .map((cell, column) => cell.padEnd(widths[column]))
      .join('  ')
      .trimEnd(),
  )
  const end = `${total} inputs in ${seconds(ms)} s, seed ${seed}, real documents: ${origin}; ${causes.length} causes of faults`
  return ['', ...lines, '', end].join('\n')
}

const seconds = ms => (ms / 1000).toFixed(1)
