/**
 * A function that works its answer out once for each object: several facts may ask for the same preparation. The answer is
 * kept at the object, unseen, and goes with it: a WeakMap's would stay, with all that it holds, until the next full collection
 * of garbage, which is many documents later.
 */
export function once<Argument extends object, Answer>(
  work: (argument: Argument) => Answer,
): (argument: Argument) => Answer {
  const key = Symbol('once')
  type Remembering = {readonly [key]?: {answer: Answer}}
  // Of what takes no more properties: a workspace of one's own may answer with frozen objects.
  const ofFrozen = new WeakMap<Argument, {answer: Answer}>()
  return argument => {
    const known = (argument as Remembering)[key] ?? ofFrozen.get(argument)
    if (known) return known.answer
    const answer = work(argument)
    if (Object.isExtensible(argument)) Object.defineProperty(argument, key, {value: {answer}})
    else ofFrozen.set(argument, {answer})
    return answer
  }
}
