import {containerSteps} from '../../nesting.js'
import {paragraphsOf} from './paragraphs.js'

/** Something that costs the reference time: how many there are, in words, and what they cost. */
interface Cost {
  what: string
  steps: number
}

/**
 * What the reference may take for one document: it is about as many microseconds of a slow machine. A document, and one that it
 * cites, are read in turn, and both are to be read within the five seconds that the document may take.
 */
export const MOST_EFFORT = 3_000_000

// Its calls in one another come to an end there.
const DEEPEST = 1000

/**
 * What makes a text too dear for the reference, in words with its number; undefined where it is not. The time of the reference grows
 * with the square of some things: of what closes, of the underlined headings, of the marks within a paragraph. So they are
 * counted before it reads. The numbers below were measured, on hostile documents.
 */
export function tooDear(text: string, most: number = MOST_EFFORT): string | undefined {
  // The dearest text of this size stays far below.
  if (text.length < 1_000) return undefined
  const costs = costsOf(text)
  const sum = costs.reduce((all, {steps}) => all + steps, 0)
  if (sum <= most) return undefined
  return costs.reduce((a, b) => (b.steps > a.steps ? b : a)).what
}

function costsOf(text: string): Cost[] {
  const lines = text.split(/\r\n|\n|\r/)
  let [marks, blocks] = [0, 0]
  const dearest: Cost[] = []
  for (const {length, lines: long, runs, signs, closers, links, images, depth, openings, marks: all} of paragraphsOf(
    lines,
  )) {
    marks += all
    if (length > 0) blocks++
    const costs: Cost[] = [
      {what: `${runs} marks of emphasis in one paragraph`, steps: 0.1 * runs ** 2 + 0.0002 * signs ** 2},
      {what: `${closers} brackets that close in one paragraph`, steps: 0.005 * closers ** 2},
      {what: `links and images that nest ${depth} deep`, steps: depth * (0.1 * links + (depth > 9 ? 0.9 * images : 0))},
      {what: `${long} lines in one paragraph`, steps: 0.004 * long ** 2},
      {what: `${openings} comments and instructions in one paragraph`, steps: 0.015 * openings * length},
    ]
    for (const cost of costs) if (cost.steps > 10_000) dearest.push(cost)
  }
  return [
    ...dearest,
    ...blockCosts(text, lines),
    {what: `${blocks} paragraphs, headings and rows`, steps: 70 * blocks},
    {what: `${marks} marks`, steps: 60 * marks},
  ]
}

function blockCosts(text: string, lines: readonly string[]): Cost[] {
  let [opened, ends, within, before] = [0, 0, 0, 0]
  for (const step of containerSteps(text)) {
    if (step.depth > DEEPEST)
      return [{what: `more than ${DEEPEST} quotes and lists in one another`, steps: Number.POSITIVE_INFINITY}]
    if (step.ends) ends++
    within += step.within
    opened += Math.max(0, step.depth - before)
    if (step.depth === before && step.depth > 0) opened++
    before = step.depth
  }
  const underlined = lines.filter(
    (line, at) => /^[ \t>]*(?:-+|=+)[ \t]*$/.test(line) && lines[at - 1]?.trim() !== '',
  ).length
  // The reference stops at what parts words: where nothing does, it goes through fast.
  const long = Array.from(text.matchAll(/(?<!\w)\w{1000,}/g)).reduce((sum, [word]) => sum + word.length, 0)
  return [
    {what: `${ends} quotes, lists and footnotes that end`, steps: 0.4 * ends ** 2},
    {what: `${opened} quotes, items and footnotes`, steps: 150 * opened},
    {what: `${within} levels of quotes and lists, line by line`, steps: 10 * within},
    {what: `${underlined} underlined headings`, steps: 0.3 * underlined ** 2},
    {what: `${lines.length} lines`, steps: 15 * lines.length + 2.5 * (text.length - long) + 0.5 * long},
  ]
}
