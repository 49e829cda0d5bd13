/** A function that works its answer out once for each object: several facts may ask for the same preparation. */
export function once<Argument extends object, Answer>(
  work: (argument: Argument) => Answer,
): (argument: Argument) => Answer {
  const answers = new WeakMap<Argument, {answer: Answer}>()
  return argument => {
    const known = answers.get(argument)
    if (known) return known.answer
    const answer = work(argument)
    answers.set(argument, {answer})
    return answer
  }
}
