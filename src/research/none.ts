const NOTHING = `none|n/a|nothing|not applicable|tbd|todo|(?:there are )?(?:currently )?no (?:[a-z-]+ )?(?:questions|issues|unknowns)`
const SO_FAR =
  'at this (?:time|point|stage)|currently|remaining|remains?|identified|known|yet|so far|for now|found|open|left'
const NONE = RegExp(String.raw`^[[(*_]*(?:${NOTHING})(?: (?:${SO_FAR}))*[\])*_]*\s*(?:$|[.:;,!–—-])`, 'i')

/** Whether a text says that there is nothing to list: "None.", "N/A", "None — the cause is clear", "No open questions yet". */
export function saysNone(text: string): boolean {
  return !text.includes('?') && NONE.test(text.trim())
}
