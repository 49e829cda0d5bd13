/** @returns {string[]} messages that do not stand behind the one before by line, column and rule id. */
export function unsorted(messages) {
  return messages.slice(1).flatMap((message, index) => {
    const [before, now] = [key(messages[index]), key(message)]
    const at = before.findIndex((part, each) => part !== now[each])
    return at >= 0 && before[at] > now[at] ? [`${before.join(' ')} stands before ${now.join(' ')}`] : []
  })
}

/** @returns {string[]} fingerprints that two messages have. */
export function doubled(messages) {
  const prints = messages.map(({fingerprint}) => fingerprint)
  return [...new Set(prints.filter((print, at) => prints.indexOf(print) !== at))]
}

const key = ({range, ruleId}) => [range.start.line, range.start.column, ruleId]
