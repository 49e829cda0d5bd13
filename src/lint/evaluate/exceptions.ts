import type {Facts, LineRange} from '../../facts/types.js'
import {firstFrom, nearest} from '../../text/index.js'
import type {Kind, Message} from '../types.js'
import type {Found} from './found.js'

/** Which messages a document's exceptions take away. */
export interface Excepted {
  kept: Message[]
  /** How many were taken away. */
  excepted: number
}

/** Takes away what an exception of the document is for. What is said of exceptions themselves stays. */
export function withoutExcepted(found: readonly Found[], {exceptions}: Facts): Excepted {
  const covered = coveredLines(exceptions)
  const isExcepted = ({message: {ruleId, range}}: Found): boolean => {
    const ranges = covered.get(ruleId) ?? []
    const next = ranges[firstFrom(ranges, ({to}) => to, range.start.line)]
    return next !== undefined && next.from <= range.start.line
  }
  const kept = found.filter(each => each.ofException || !isExcepted(each))
  return {kept: kept.map(({message}) => message), excepted: found.length - kept.length}
}

/** The facts with what each exception was needed for: a fact that only the rules can tell. */
export function withUse(facts: Facts, found: readonly Found[], kind: Kind): Facts {
  const ids = kind.law.rules.map(({id}) => id)
  const accused = accusedLines(found)
  const exceptions = facts.exceptions.map(exception => {
    const {rule, lines} = exception
    const accusations = accused.get(rule) ?? []
    const first = accusations[firstFrom(accusations, line => line, lines.from)]
    const near = ids.includes(rule) ? [] : nearest(rule, ids)
    return {...exception, used: first !== undefined && first <= lines.to, ...(near.length > 0 && {near})}
  })
  return {...facts, exceptions}
}

/** Lines that the exceptions for a rule are for, by rule, from the first to the last: none lies in another. */
function coveredLines(exceptions: Facts['exceptions']): ReadonlyMap<string, readonly LineRange[]> {
  const covered = new Map<string, LineRange[]>()
  for (const {rule, lines} of exceptions.toSorted((a, b) => a.lines.from - b.lines.from)) {
    const ranges = covered.get(rule) ?? []
    const last = ranges.at(-1)
    if (last && lines.from <= last.to) last.to = Math.max(last.to, lines.to)
    else ranges.push({...lines})
    covered.set(rule, ranges)
  }
  return covered
}

/** Lines at which a rule has something to say, by rule, from the first to the last. */
function accusedLines(found: readonly Found[]): ReadonlyMap<string, readonly number[]> {
  const accused = new Map<string, number[]>()
  for (const {message, ofException} of found) {
    // A comment may name thousands, each of which has messages of its own.
    if (ofException) continue
    const lines = accused.get(message.ruleId) ?? []
    lines.push(message.range.start.line)
    accused.set(message.ruleId, lines)
  }
  for (const lines of accused.values()) lines.sort((a, b) => a - b)
  return accused
}
