import {itemAt} from './item-at.js'

/** How deep flow collections nest, as an upper bound, token by token. */
export interface FlowDepth {
  isOpen(): boolean
  /** Levels that are open by now. */
  levels(): number
  /** Takes the type of the next token. */
  see(type: string): void
}

// "? key : value" has two. More make pairs and items in one another, until it is told that they may not stand there.
const MOST_INDICATORS = 2
const INDICATORS = new Set(['map-value-ind', 'seq-item-ind', 'explicit-key-ind'])

/** Counts the flow collections that stand open, and in the entry of each what nests without brackets of its own. */
export function flowDepth(): FlowDepth {
  // Of the entry in each collection that is open, inner ones last.
  let indicators: number[] = []
  let surplus = 0
  const endEntry = (): void => {
    surplus -= Math.max(0, (indicators.pop() ?? 0) - MOST_INDICATORS)
  }
  return {
    isOpen: () => indicators.length > 0,
    levels: () => indicators.length + surplus,
    see: type => {
      if (type === 'flow-map-start' || type === 'flow-seq-start') indicators.push(0)
      else if (type === 'flow-map-end' || type === 'flow-seq-end') endEntry()
      else if (type === 'flow-error-end') {
        // A line that is not indented ends all of them.
        indicators = []
        surplus = 0
      } else if (indicators.length > 0 && type === 'comma') {
        endEntry()
        indicators.push(0)
      } else if (indicators.length > 0 && INDICATORS.has(type)) {
        const last = indicators.length - 1
        const count = itemAt(indicators, last) + 1
        indicators[last] = count
        if (count > MOST_INDICATORS) surplus++
      }
    },
  }
}
