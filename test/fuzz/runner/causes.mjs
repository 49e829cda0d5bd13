import {families} from '../families/index.mjs'
import {chooser} from '../inputs/choose.mjs'
import {reduce} from '../reduce.mjs'
import {openWorker} from './process.mjs'

/** What two faults of one cause have in common: the name, and the words less numbers and quotations. */
export function signatureOf({name, words}) {
  const [first = '', ...frames] = words.split('\n')
  return [name, first.replace(/"(?:[^"\\]|\\.)*"|\d+/g, '…').slice(0, 120), frames[0] ?? ''].join(' | ')
}

/** Faults by cause, each with the inputs in which it showed. */
export function causesOf(faults) {
  const causes = new Map()
  for (const fault of faults) {
    const key = signatureOf(fault)
    const cause = causes.get(key) ?? {...fault, inputs: []}
    causes.set(key, cause)
    cause.inputs.push(`${fault.family} ${fault.index}`)
  }
  return [...causes.values()]
}

/** The input again, of seed, family and index. */
export function inputOf({seed, family, index}) {
  return families.find(({name}) => name === family).make(chooser(seed, family, index))
}

/** Whether a fault shows again. A hang is one only where the input takes too long on a machine that does nothing else, too. */
export async function isConfirmed(input, fault, {deadline}) {
  if (fault.name !== 'hang') return true
  const worker = openWorker({deadline})
  try {
    for await (const {faults} of worker.run({input})) return faults.length > 0
    return false
  } finally {
    worker.close()
  }
}

/** The smallest input that was found in which a fault of the same name (of a crash: the same crash) still shows. */
export async function reduced(input, fault, {deadline, trials}) {
  const isHang = fault.name === 'hang'
  // Each trial of a hang takes all of its deadline.
  const worker = openWorker({deadline: isHang ? Math.min(deadline, 3000) : deadline})
  const isSame = found =>
    found.name === fault.name && (fault.name !== 'crash' || signatureOf(found) === signatureOf(fault))
  const holds = async smaller => {
    for await (const {faults} of worker.run({input: smaller})) return faults.some(isSame)
    return false
  }
  try {
    return await reduce(input, holds, {trials: isHang ? 40 : trials})
  } finally {
    worker.close()
  }
}
