import {describe, expect, test} from 'vitest'
import {readResearch} from '../../src/research/index.js'

const questions = (body: string) =>
  readResearch('research/2026-01-15-gates.md', `# Research: Gates\n\n${body}\n`).questions
const open = (body: string) => questions(body).map(({text, resolved}) => `${resolved ? 'x' : ' '} ${text}`)

describe('where questions stand', () => {
  test.each([
    ['## Open Questions'],
    ['## 12. Open Questions'],
    ['### Open questions (Remaining)'],
    ['## Open Questions and Recommendations'],
    ['## Unresolved Questions'],
    ['## Remaining Questions'],
    ['## Questions'],
    ['## Questions for the team'],
    ['## Next steps and open questions'],
    ['## Open Issues'],
    ['## **Open Questions**'],
    ['## Known Unknowns'],
    ['## ❓ Remaining Questions'],
    ['## 7) Open Questions & Risks'],
  ])('%s', heading => {
    expect(open(`${heading}\n\n- Which gate?`)).toEqual(['  Which gate?'])
  })

  test.each([
    ['## Research Question'],
    ['## Follow-up Question'],
    ['## Question Flow'],
    ['## Answers to the Six Research Questions'],
    ['## Answered Questions Display'],
    ['## Open issues to know about'],
    ['## Summary'],
  ])('not below %s', heading => {
    expect(open(`${heading}\n\n- Which gate?`)).toEqual([])
  })

  test('a section ends at the next heading of its level', () => {
    expect(open('## Open Questions\n\n- One?\n\n### Groups\n\n- Two?\n\n## Sources\n\n- Three?')).toEqual([
      '  One?',
      '  Two?',
    ])
  })

  test('a section that says "None" gives none', () => {
    for (const none of [
      'None.',
      'None — the cause is clear.',
      'N/A',
      'No open questions at this time.',
      '- None',
      '*None*',
    ])
      expect(open(`## Open Questions\n\n${none}\n\n---\n\n*Written by hand*`)).toEqual([])
    expect(open('## Open Questions\n\n- None of the gates scan at night: should they?')).toHaveLength(1)
  })
})

describe('forms of questions', () => {
  test.each([
    ['bullets', '- One?\n* Two?', ['  One?', '  Two?']],
    ['numbers', '1. One?\n2. Two?', ['  One?', '  Two?']],
    ['boxes', '- [ ] One?\n- [x] Two?', ['  One?', 'x Two?']],
    ['numbered boxes', '1. [ ] One?\n2. [x] Two?', ['  One?', 'x Two?']],
    ['bold labels', '**Q1:** One?\n\n**Q2**: Two?', ['  One?', '  Two?']],
    ['labels within bold', '**Q1: One?** It matters.', ['  **One?** It matters.']],
    ['labels in items', '- **Q1:** One?\n- Q2: Two?', ['  One?', '  Two?']],
    [
      'headings',
      '### 1. Which gate?\n\nText.\n\n### Q2: Which belt?\n\n- A sub-item',
      ['  Which gate?', '  Which belt?'],
    ],
    ['headings without a sign', '### Colour of the gate\n\nNobody knows.', ['  Colour of the gate']],
    ['groups', '### Gates\n\n- One?\n\n### Belts\n\nNone.\n\n### Recommendations\n\n- Buy one.', ['  One?']],
    [
      'a table',
      '| # | Question | Status |\n|---|---|---|\n| 1 | Which gate? | Open |\n| 2 | Which belt? | Resolved |',
      ['  Which gate?', 'x Which belt?'],
    ],
    ['statements', '- The scanner was not tried at night.', ['  The scanner was not tried at night.']],
    ['prose', 'Whether the gate opens at night is not known.', ['  Whether the gate opens at night is not known.']],
  ])('%s', (_name, body, expected) => {
    expect(open(`## Open Questions\n\n${body}`)).toEqual(expected)
  })

  test('words are kept as Markdown source', () => {
    const [question] = questions('## Open Questions\n\n1. **Gate**: does `a | b` open\n   [the door](./x.md#y)?')
    expect(question?.text).toBe('**Gate**: does `a | b` open\n   [the door](./x.md#y)?')
  })

  test('its place is told', () => {
    const text = '# Gates\r\n\r\n## Open Questions\r\n\r\n1. One?\r\n2. **Q2:** Two?\r\n'
    const [one, two] = readResearch('research/x.md', text).questions
    expect(text.slice(one?.offset).startsWith('One?')).toBe(true)
    expect(text.slice(two?.offset).startsWith('Two?')).toBe(true)
    expect([one?.line, two?.line, one?.anchor]).toEqual([5, 6, 'open-questions'])
  })

  test('sub-items belong to their question', () => {
    const body =
      '## Open Questions\n\n1. **Which gate**: north or south?\n   - North is nearer\n   - **Recommendation**: north\n2. Which belt?'
    expect(open(body)).toEqual(['  **Which gate**: north or south?', '  Which belt?'])
  })

  test('sub-items complete a question that ends in a colon; advice is no part of it', () => {
    const [question] = questions(
      '## Open Questions\n\n1. Should it open:\n   - at night?\n   - `always`\n   - **Recommendation**: never',
    )
    expect(question?.choices).toEqual(['at night?', '`always`'])
  })

  test('a bold label with nothing but questions below it is their heading', () => {
    expect(open('## Open Questions\n\n- **Gates:**\n  - Which one?\n  - Where?')).toEqual(['  Which one?', '  Where?'])
  })
})

describe('resolved questions', () => {
  test.each([
    ['- ~~Which gate?~~ North.'],
    ['- **~~Which gate~~** — **Resolved by spec.**'],
    ['- Resolved: which gate? North.'],
    ['- **Which gate?** **RESOLVED (2026-03-29).** North.'],
    ['- ✅ Which gate? North.'],
    ['- Which gate?\n  - **Answer:** North.'],
    ['- Which gate?\n\n  Resolution: north.'],
    ['### Which gate?\n\n**Answer:** North.'],
    ['### Resolved by trying\n\n1. Which gate?'],
  ])('%s', body => {
    expect(questions(`## Open Questions\n\n${body}`).map(({resolved}) => resolved)).toEqual([true])
  })

  test('a section of them', () => {
    expect(open('## Resolved Questions\n\n- Which gate?')).toEqual(['x Which gate?'])
    expect(open('## Questions Answered\n\n1. Which gate?')).toEqual(['x Which gate?'])
  })

  test.each([
    ['- Resolved paths: should they be kept?'],
    ['- Should it be resolved?'],
    ['- **Recommendation**: which gate?'],
  ])('not %s', body => {
    expect(questions(`## Open Questions\n\n${body}`).map(({resolved}) => resolved)).toEqual([false])
  })
})
