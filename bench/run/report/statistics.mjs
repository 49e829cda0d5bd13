// Figures of several runs, as one.

/** The middle one; of an even number, the mean of the two in the middle. */
export function median(values) {
  const sorted = [...values].sort((one, other) => one - other)
  const middle = sorted.length / 2
  return sorted.length % 2 === 1 ? sorted[Math.floor(middle)] : (sorted[middle - 1] + sorted[middle]) / 2
}

/**
 * How many times as much: the median of the ratios of runs that were made one after the other, as what slows one of them
 * slows the other.
 */
export function ratio(values, others) {
  return median(values.map((value, index) => value / others[index]))
}

/**
 * The exponent with which `y` grows with `x`: the slope of the line that lies nearest to the points, by least squares, where
 * both axes are logarithmic. 1 is linear. Undefined for fewer than two points above zero.
 */
export function exponent(points) {
  const logs = points.filter(({x, y}) => x > 0 && y > 0).map(({x, y}) => ({x: Math.log(x), y: Math.log(y)}))
  if (logs.length < 2) return undefined
  const mean = key => logs.reduce((sum, point) => sum + point[key], 0) / logs.length
  const [x, y] = [mean('x'), mean('y')]
  const above = logs.reduce((sum, point) => sum + (point.x - x) * (point.y - y), 0)
  const below = logs.reduce((sum, point) => sum + (point.x - x) ** 2, 0)
  return below === 0 ? undefined : above / below
}
