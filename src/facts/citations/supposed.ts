import type {Scene} from './scene.js'
import {sentenceAround} from './sentences.js'
import type {CitationDraft} from './types.js'

// "e.g. `src/foo.ts:12`", "for example (", "such as ".
const EXAMPLE = /\b(?:e\.g\.?|for (?:example|instance)|such as|imagine|say)[\s,:(]*[`[("]{0,3}$/i
// "new file `src/x.ts`", "`src/x.ts` will hold it", "to be created".
const PLANNED =
  /\bnew (?:file|module|script|test|component|package|document|doc|spec)s?\b|\b(?:to be|will be|would be|gets?) (?:created|added|written|generated|introduced)\b|\bwill (?:create|add|write|generate|introduce|live|go|hold|contain)\b|\byet to be\b|\bdoes not exist yet\b|\((?:\*\*)?(?:new|proposed|planned)(?:\*\*)?\)/i
// "in the `acme/other` repository", "upstream", "see https://…/facebook/react".
const FOREIGN =
  /\b(?:repo(?:sitor(?:y|ies))?s?|upstream|third[- ]party)\b|\bhttps?:\/\/(?:[\w-]+\.)*(?:github|gitlab|bitbucket|codeberg|sr)\.\w+\/[\w.-]+\/[\w.-]+/i

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
    const isSupposed =
      EXAMPLE.test(source.slice(Math.max(0, start.offset - 40), start.offset)) ||
      PLANNED.test(sentence) ||
      (draft.kind === 'code' && FOREIGN.test(sentence))
    return isSupposed ? {...draft, unsure: true} : draft
  })
}
