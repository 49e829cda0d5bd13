import type {Facts} from '../../facts/types.js'
import {nearest} from '../../text/index.js'
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
  const rules = new Set(exceptions.map(({rule}) => rule))
  const isExcepted = (each: Found): boolean =>
    rules.has(each.message.ruleId) && exceptions.some(exception => covers(exception, each))
  const kept = found.filter(each => each.ofException || !isExcepted(each))
  return {kept: kept.map(({message}) => message), excepted: found.length - kept.length}
}

/** The facts with what each exception was needed for: a fact that only the rules can tell. */
export function withUse(facts: Facts, found: readonly Found[], kind: Kind): Facts {
  const ids = kind.law.rules.map(({id}) => id)
  // A comment may name thousands, each of which has messages of its own.
  const others = found.filter(each => !each.ofException)
  const exceptions = facts.exceptions.map(exception => {
    const used = others.some(each => covers(exception, each))
    const near = ids.includes(exception.rule) ? [] : nearest(exception.rule, ids)
    return {...exception, used, ...(near.length > 0 && {near})}
  })
  return {...facts, exceptions}
}

function covers({rule, lines}: Facts['exceptions'][number], {message: {ruleId, range}}: Found): boolean {
  return rule === ruleId && range.start.line >= lines.from && range.start.line <= lines.to
}
