import {isPlanBefore} from './beside/plans.js'
import type {Scene} from './scene.js'
import {sentenceAround} from './sentences.js'
import type {CitationDraft} from './types.js'

// "e.g. `src/foo.ts:12`", "for example (", "such as ".
const EXAMPLE = /\b(?:e\.g\.?|for (?:example|instance)|such as|imagine|say)[\s,:(]*[`[("]{0,3}$/i
// "new file `src/x.ts`", "`src/x.ts` will hold it", "to be created".
const PLANNED =
  /\bnew (?:file|module|script|test|component|package|document|doc|spec)s?\b|\b(?:to be|will be|would be|gets?) (?:created|added|written|generated|introduced)\b|\bwill (?:create|add|write|generate|introduce|live|go|hold|contain)\b|\byet to be\b|\bdoes not exist yet\b|\((?:\*\*)?(?:new|proposed|planned)(?:\*\*)?\)/i
// Of source code less must be said: a path with lines is a form of words, too. "citations look like `src/x.ts:12`".
const CODE_EXAMPLE =
  /\b(?:hypothetical|(?:look|looks|reads?|written) (?:like|as)|syntax is|prints?)[\s,:(]*[`[("]{0,3}$/i
const CODE_PLANNED =
  /\b(?:there is|exists?) no(?:t|ne)?\b|\b(?:was|were) never\b|\bgoes? into\b|\|\s*(?:\*\*)?(?:new|added?|create[ds]?)(?:\*\*)?\s*\|/i
// "in the `acme/other` repository", "upstream", "see https://…/facebook/react".
const FOREIGN =
  /(?<!\b(?:the|this|our) )\brepo(?:sitor(?:y|ies))?s?\b(?!['’]s)|\b(?:upstream|third[- ]party|branch|pull request|fork)\b|\bPR #?\d|(?:^|[\s(</])(?:[\w-]+\.)*(?:github|gitlab|bitbucket|codeberg|sr)\.\w+\/[\w.-]+\/[\w.-]+/i
// A section of what is still to be made: "### New files", "## Files to create".
const PLANS = /(?:^|[/-])(?:new-files?|files?-to-(?:create|add|be-created)|files?-created|planned-files?)(?:$|[/-])/

/**
 * Citations of what the sentence only supposes: an example of a path, a file still to be made, one of another repository. They
 * are citations where the file is there, and else none that could be called wrong.
 */
export function withSupposed({source}: Scene, drafts: readonly CitationDraft[]): CitationDraft[] {
  return drafts.map(draft => {
    if (draft.unsure || draft.kind === 'url' || draft.kind === 'self') return draft
    const {start, end} = draft.position
    const {from, to} = sentenceAround(source, {from: start.offset, to: end.offset}, {from: 0, to: source.length})
    const sentence = source.slice(from, to)
    const before = source.slice(Math.max(0, start.offset - 40), start.offset)
    const isSupposed =
      EXAMPLE.test(before) ||
      PLANNED.test(sentence) ||
      (draft.kind === 'code' &&
        (CODE_EXAMPLE.test(before) ||
          CODE_PLANNED.test(sentence) ||
          FOREIGN.test(sentence) ||
          PLANS.test(draft.section ?? '') ||
          isPlanBefore(source, start.offset)))
    return isSupposed ? {...draft, unsure: true} : draft
  })
}
