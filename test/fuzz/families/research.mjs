import {documents} from '../inputs/documents.mjs'
import {composed} from '../inputs/grammar.mjs'
import {mutated} from '../inputs/mutate.mjs'
import {fileName} from '../inputs/names.mjs'
import {badYaml} from '../inputs/yaml.mjs'

const HEADINGS = [
  '## Open Questions',
  '## Option A: Large',
  '## 2. Alternatives',
  '### Approach 2',
  '## Questions (resolved)',
]

/** Research documents: hostile frontmatter, options, questions; and what is scaffolded from them. */
export default {
  name: 'research',
  weight: 5,
  make(choose) {
    const head = choose.chance(0.7) ? `---\n${badYaml(choose)}\n${choose.pick(['---', '---', '...', ''])}\n\n` : ''
    const body = choose.chance(0.5) ? composed(choose) : mutated(choose, documents())
    const more = choose.times(
      choose.upTo(3),
      () => `\n${choose.pick(HEADINGS)}\n\n- [ ] ${choose.pick(['Who?', 'a b', '**x**: y?'])}\n`,
    )
    const title = choose.pick(['Seats', 'Rooms and seats', fileName(choose), 'Option', '\u202e', '-', 'x'.repeat(300)])
    // A file holds no half of a surrogate pair.
    const text = (head + body + more.join('')).replace(/\p{Cs}/gu, '\uFFFD')
    return {subject: 'research', text, title}
  },
}
