/**
 * A function of a text that remembers its last answer: while a document is checked, many ask the same of its text. It holds no more
 * than that one text.
 */
export function ofLast<Answer>(work: (text: string) => Answer): (text: string) => Answer {
  let last: {text: string; answer: Answer} | undefined
  return text => {
    if (last?.text !== text) last = {text, answer: work(text)}
    return last.answer
  }
}
