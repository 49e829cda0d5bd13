import type {collectFacts} from '../src/lint/index.js'
import type {rankResearch, readOutline} from '../src/research/index.js'

export interface Case {
  spec: string
  query: string
  date: string | undefined
  /** From 1; Infinity where no cited document matches. */
  rank: number
  /** 0 to 1. */
  recall: number
}

export function measure(
  root: string,
  tool: {collectFacts: typeof collectFacts; readOutline: typeof readOutline; rankResearch: typeof rankResearch},
): Promise<Case[]>

export function summary(cases: readonly Case[]): {cases: number; hits: number; recall: number}
