// One document of a size, put together from the blocks of real ones, under the headings of one of them.
import {random} from '../../random.mjs'
import {fenced} from './fences.mjs'

/**
 * @param {{text: string}[]} specs where blocks come from
 * @param {string} form the text whose head and main headings are taken
 * @param {number} bytes about how long it becomes
 * @param {(block: string) => boolean} [accepts] which blocks may be taken
 */
export function documentOf(specs, form, bytes, seed, accepts = () => true) {
  const next = random(seed)
  const pools = poolsOf(specs, accepts)
  const {head, headings} = partsOf(form)
  const quota = (bytes - head.length) / headings.length
  const parts = headings.map((heading, index) => {
    const pool = pools[index % pools.length]
    const blocks = [heading]
    for (let length = heading.length; length < quota; ) {
      const block = pool[Math.floor(next() * pool.length)]
      blocks.push(block)
      length += Buffer.byteLength(block) + 2
    }
    return blocks.join('\n\n')
  })
  return `${[head, ...parts].join('\n\n')}\n`
}

/** Blocks by the number of the main section that they stand in. */
function poolsOf(specs, accepts) {
  const pools = Array.from({length: 9}, () => new Set())
  for (const {text} of specs)
    for (const [index, section] of partsOf(text).sections.slice(0, pools.length).entries())
      for (const block of blocksOf(section)) if (accepts(block)) pools[index].add(block)
  return pools.map(pool => [...pool]).filter(pool => pool.length > 0)
}

function partsOf(text) {
  const lines = text.split('\n')
  const inFence = fenced(lines)
  const starts = lines.flatMap((line, index) => (!inFence[index] && line.startsWith('## ') ? [index] : []))
  return {
    head: lines.slice(0, starts[0]).join('\n').trimEnd(),
    headings: starts.map(start => lines[start]),
    sections: starts.map((start, index) => lines.slice(start + 1, starts[index + 1]).join('\n')),
  }
}

// What begins at the margin after an empty line, with all that is indented below it. A fence has both its ends in it.
function blocksOf(section) {
  const lines = section.split('\n')
  const inFence = fenced(lines)
  const blocks = [[]]
  for (const [index, line] of lines.entries()) {
    if (!inFence[index] && /^\S/.test(line) && lines[index - 1]?.trim() === '') blocks.push([])
    else if (inFence[index] && !inFence[index - 1] && lines[index - 1]?.trim() === '') blocks.push([])
    blocks.at(-1).push(line)
  }
  return blocks.map(block => block.join('\n').trim()).filter(block => block !== '' && isWhole(block))
}

function isWhole(block) {
  return block.split('\n').filter(line => /^\s*(```|~~~)/.test(line)).length % 2 === 0
}
