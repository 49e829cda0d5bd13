// What `--fix` promises, held against what it did.
import {parse} from '../../dist/markdown/index.js'

/** What is wrong with what `mend` made of a text, one line each. */
export async function faultsOf(text, {mend, check}) {
  const before = await check(text)
  const mending = await mend(text)
  if (mending === undefined) return {faults: before.status === 'checked' ? ['not mended though checked'] : []}
  const faults = []
  const again = await mend(mending.text)
  if (again?.text !== mending.text)
    faults.push(`a second run changes the text (${again?.mended.map(({ruleId}) => ruleId)})`)
  if (mending.passes.length > 10) faults.push('too many passes')
  const walked = walk(text, mending.passes)
  if (walked.text !== mending.text) faults.push('bytes outside of the edits differ')
  faults.push(...treeFaults(walked.steps), ...formFaults(text, mending.text))
  if (mending.text === text) return {faults, mending}
  const after = await check(mending.text)
  if (after.status !== 'checked') faults.push('the result cannot be checked')
  faults.push(...leftFaults(before.messages, after.messages, mending.mended))
  faults.push(...newFaults(before.messages, after.messages, {...walked, whole: wholeUpTo(mending.text)}))
  return {faults, mending}
}

/** Applies the edits of each pass by hand, and follows what they uncover to the end. */
function walk(text, passes) {
  const steps = []
  let now = text
  let uncovered = []
  let touched = []
  const shifts = []
  for (const fixes of passes) {
    const edits = unique(fixes.flatMap(fix => fix.edits))
    const shift = offset => {
      let delta = 0
      for (const {range, text} of edits)
        if (range.end.offset <= offset) delta += text.length - (range.end.offset - range.start.offset)
      return offset + delta
    }
    const before = offset => {
      let delta = 0
      for (const {range, text} of edits)
        if (range.end.offset <= offset && range.start.offset < offset)
          delta += text.length - (range.end.offset - range.start.offset)
      return offset + delta
    }
    let result = ''
    let at = 0
    for (const {range, text} of edits) {
      result += now.slice(at, range.start.offset) + text
      at = range.end.offset
    }
    result += now.slice(at)
    const regions = fixes.flatMap(({edits, region}) => [...edits.map(({range}) => range), ...(region ? [region] : [])])
    const moved = regions.map(({start, end}) => [before(start.offset), shift(end.offset)])
    uncovered = uncovered.map(([start, end]) => [before(start), shift(end)])
    touched = touched.map(([start, end]) => [before(start), shift(end)])
    for (const {range} of edits) touched.push([before(range.start.offset), shift(range.end.offset)])
    for (const {region} of fixes) if (region) uncovered.push([before(region.start.offset), shift(region.end.offset)])
    steps.push({before: now, after: result, old: regions.map(({start, end}) => [start.offset, end.offset]), now: moved})
    shifts.push(before)
    now = result
  }
  const moved = offset => shifts.reduce((at, shift) => shift(at), offset)
  return {text: now, steps, uncovered, touched, moved}
}

// Several messages may share a fix; what is put in at one place comes in order.
function unique(edits) {
  const seen = new Set()
  const kept = edits.filter(edit => {
    const key = JSON.stringify(edit)
    const isNew = edit.range.start.offset === edit.range.end.offset || !seen.has(key)
    seen.add(key)
    return isNew
  })
  return kept.sort((a, b) => a.range.start.offset - b.range.start.offset)
}

function treeFaults(steps) {
  return steps.flatMap(({before, after, old, now}) =>
    JSON.stringify(blocksOutside(before, old)) === JSON.stringify(blocksOutside(after, now))
      ? []
      : ['a block outside of the regions is read otherwise'],
  )
}

// Top-level blocks that no region touches, less their places.
function blocksOutside(text, regions) {
  return parse(text)
    .children.filter(
      ({position: {start, end}}) => !regions.some(([from, to]) => from <= end.offset && to >= start.offset),
    )
    .map(bare)
}

function bare({position: _, children, ...rest}) {
  return {...rest, ...(children && {children: children.map(bare)})}
}

function formFaults(before, after) {
  const endings = text => new Set(text.match(/\r\n|\n|\r/g) ?? [])
  const faults = []
  if (before.startsWith('\uFEFF') !== after.startsWith('\uFEFF')) faults.push('the byte order mark did not stay')
  const known = endings(before)
  if (known.size > 0 && [...endings(after)].some(ending => !known.has(ending))) faults.push('another line ending came')
  if (/[\r\n]$/.test(before) !== /[\r\n]$/.test(after)) faults.push('the final newline did not stay')
  return faults
}

function leftFaults(before, after, mended) {
  const key = ({ruleId, accused}) => JSON.stringify([ruleId, accused.section, accused.content])
  const count = (list, wanted) => list.filter(each => key(each) === wanted).length
  const first = new Set(before.map(({fingerprint}) => fingerprint))
  const gone = mended.filter(({fingerprint}) => first.has(fingerprint))
  return [...new Set(gone.map(key))].flatMap(wanted =>
    count(after, wanted) <= count(before, wanted) - count(gone, wanted) ? [] : [`still there: ${wanted}`],
  )
}

// What stands before the first section speaks of the document as a whole.
function wholeUpTo(text) {
  const headings = parse(text).children.filter(({type}) => type === 'heading')
  return (headings[0]?.depth === 1 ? headings[1] : headings[0])?.position.start.offset ?? Number.POSITIVE_INFINITY
}

function newFaults(before, after, {uncovered, touched, moved, whole}) {
  // By what is accused: reasons tell lines and numbers, which shift.
  const key = ({ruleId, accused}) => `${ruleId}: ${accused.content}`
  const left = before.map(key)
  // What another message took in was there before: the same words, or the same place.
  const related = before.flatMap(({related = []}) => related)
  const taken = new Set(related.map(({reason}) => reason))
  const places = new Set(related.map(({range}) => moved(range.start.offset)))
  const takes = message => {
    const at = left.indexOf(key(message))
    if (at >= 0) left.splice(at, 1)
    return at >= 0
  }
  // One that stayed as it was counts before one that was put in with the same words.
  const first = new Set(before.map(({fingerprint}) => fingerprint))
  const stayed = new Set(after.filter(message => first.has(message.fingerprint) && takes(message)))
  const unknown = after.filter(message => !stayed.has(message) && !takes(message))
  const reaches = ([from, to], {start, end}) => from <= end.offset && to >= start.offset
  return unknown.flatMap(message => {
    const {ruleId, range, reason} = message
    if (taken.has(reason) || places.has(range.start.offset)) return []
    if (uncovered.length > 0 && range.start.offset < whole) return []
    if (uncovered.some(([from, to]) => from <= range.start.offset && range.start.offset <= to)) return []
    // Of one that was there before, an edit may have changed what it accuses.
    const same = left.findIndex(each => each.startsWith(`${ruleId}: `))
    if (same < 0 || !touched.some(place => reaches(place, range))) return [`new: ${key(message)}`]
    left.splice(same, 1)
    return []
  })
}
