// A pattern that counts further takes longer than it spares.
const MOST_COUNTED = 100

// What a line may begin with where containers are open, or are opened.
const STEP = String.raw`(?:[ >*+-]|\d{1,9}[.)]|\[\^[^\]\s]+\]:)`

/**
 * Whether a line begins with as many marks and spaces as it takes to nest deeper than `limit`: the line that does has one at least
 * for each container, but where tabs stand for several. Most documents are known by this alone,
 * so that each line of the others only is looked at.
 */
export function mayNestDeeper(text: string, limit: number): boolean {
  const least = Math.max(0, Math.min(Math.floor(limit), MOST_COUNTED))
  return new RegExp(`^\\uFEFF?(?:${STEP}{${least}}|${STEP}*\\t)`, 'm').test(text)
}
