// Charts as SVG, in parts that are put below one another. Each is `{height, svg}`, `width` wide.
import {decades, place, ticks} from './axis.mjs'
import {figure} from './figures.mjs'

export const WIDTH = 860
const LEFT = 330
const RIGHT = WIDTH - 90
const BAR = 16
const STEP = 24
const TOP = 40
const LINES = 220

/** Bars on a logarithmic axis, each with its name and its figure. */
export function bars(title, items) {
  // No bar is so short that it is not seen.
  const axis = decades(items.flatMap(({value}) => [value / 2, value]))
  const bottom = TOP + items.length * STEP
  const grid = ticks(axis).map(value => {
    const x = round(place(value, axis, LEFT, RIGHT))
    return `<path class="grid" d="M${x} ${TOP - 6}V${bottom}"/>${text(x, bottom + 14, figure(value), 'middle', 'small')}`
  })
  const shapes = items.map(({name, value, isOurs}, index) => {
    const y = TOP + index * STEP
    const end = round(place(value, axis, LEFT, RIGHT))
    return [
      text(LEFT - 8, y + 12, name, 'end', isOurs ? 'ours-text' : ''),
      `<rect class="${isOurs ? 'ours' : 'other'}" x="${LEFT}" y="${y}" width="${round(end - LEFT)}" height="${BAR}"/>`,
      text(end + 6, y + 12, figure(value), 'start', ''),
    ].join('')
  })
  return {height: bottom + 34, svg: [heading(title), ...grid, ...shapes].join('\n')}
}

/** One line through points, both axes logarithmic, each point with its figure; beside it how it were if it were linear. */
export function line(title, points, {x: xName, y: yName, say}) {
  const [start, end, bottom] = [90, RIGHT, TOP + LINES]
  const x = decades(points.map(point => point.x))
  const linear = points.map(point => ({x: point.x, y: (points[0].y * point.x) / points[0].x}))
  const y = decades([...points, ...linear].map(point => point.y))
  const placed = point => ({
    ...point,
    left: round(place(point.x, x, start, end)),
    top: round(place(point.y, y, bottom, TOP)),
  })
  const at = points.map(placed)
  const grid = [
    ...ticks(x).map(value => {
      const left = round(place(value, x, start, end))
      return `<path class="grid" d="M${left} ${TOP}V${bottom}"/>${text(left, bottom + 16, say(value), 'middle', 'small')}`
    }),
    ...ticks(y).map(value => {
      const top = round(place(value, y, bottom, TOP))
      return `<path class="grid" d="M${start} ${top}H${end}"/>${text(start - 8, top + 4, figure(value), 'end', 'small')}`
    }),
  ]
  const marks = at.map(
    ({left, top, y: value}) =>
      `<circle class="ours" cx="${left}" cy="${top}" r="4"/>${text(left + 8, top + 16, figure(value), 'start', '')}`,
  )
  const path = (kind, places) =>
    `<path class="${kind}" d="M${places.map(({left, top}) => `${left} ${top}`).join('L')}"/>`
  const lines = [path('linear', linear.map(placed)), path('line', at)]
  const names = [
    text((start + end) / 2, bottom + 34, xName, 'middle', 'small'),
    text(start, TOP - 8, yName, 'start', 'small'),
    text(end, TOP - 8, 'dashed: linear', 'end', 'small'),
  ]
  return {height: bottom + 54, svg: [heading(title), ...grid, ...lines, ...marks, ...names].join('\n')}
}

function heading(title) {
  return text(8, 18, title, 'start', 'title')
}

function text(x, y, words, anchor, kind) {
  const escaped = words.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  return `<text x="${x}" y="${y}" text-anchor="${anchor}"${kind && ` class="${kind}"`}>${escaped}</text>`
}

function round(value) {
  return Math.round(value * 10) / 10
}
