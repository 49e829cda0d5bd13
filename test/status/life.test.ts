import {execFileSync} from 'node:child_process'
import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {type Outcome, spec} from '../cli/support.js'
import {bareEnvironment, repository} from '../support/folders.js'

const SPEC = 'specs/2026-01-20-seat-booking.md'
const SUCCESSOR = 'specs/2026-06-01-seat-trading.md'

/** A repository in which time goes on: each commit, and each command, has its day. */
function world() {
  const root = repository({
    'README.md': '# Hall\n',
    'src/seats.ts': 'export function book(seat: string) {\n  return seat\n}\n',
    'research/2026-01-10-seats.md':
      '---\ndate: 2026-01-10\ntopic: Seat booking\nstatus: complete\n---\n\n# Seat booking\n\nSeats are booked by hand.\n',
  })
  return {
    root,
    read: (path: string) => readFileSync(join(root, path), 'utf8'),
    edit: (path: string, ...changes: [string | RegExp, string][]) => {
      let text = readFileSync(join(root, path), 'utf8')
      for (const [from, to] of changes) {
        expect(typeof from === 'string' ? text.includes(from) : from.test(text), String(from)).toBe(true)
        text = text.replace(from, () => to)
      }
      writeFileSync(join(root, path), text)
    },
    commit: (day: string, message: string) => {
      const date = `${day}T12:00:00Z`
      const env = {...bareEnvironment(), GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date}
      const git = (...args: string[]) =>
        execFileSync('git', ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', ...args], {
          cwd: root,
          env,
          encoding: 'utf8',
        })
      git('add', '--all')
      git('commit', '--quiet', '--message', message)
      return git('rev-parse', 'HEAD').trim()
    },
    run: (...argv: string[]): Promise<Outcome> => spec(root, argv),
  }
}

type World = ReturnType<typeof world>

async function expectClean({run}: World): Promise<void> {
  const {status, stdout} = await run('lint', '--format', 'compact', '--fail-on', 'info')
  expect({status, stdout}).toEqual({status: 0, stdout: ''})
}

/** Rules that bar a status, each once. */
function rulesIn(stdout: string): string[] {
  return [...new Set([...stdout.matchAll(/^ {2}\d+:\d+ ([a-z-]+):/gm)].map(match => match[1] ?? ''))].sort()
}

/** The sections of the form, filled in. */
const FILLED: [RegExp, string][] = [
  ['1. Executive Summary', 'Seats are booked twice. We book them once, in one place, so that nobody stands.'],
  ['2.1 Current State', 'Seats are booked by hand ([research](../research/2026-01-10-seats.md), `src/seats.ts:1-3`).'],
  ['2.2 The Problem', 'One guest in forty stands.'],
  ['3.1 Functional Goals', '- [ ] A seat is booked once.'],
  ['3.2 Non-Goals (Out of Scope)', '- [ ] Seats are not sold.'],
  ['4.1 System Architecture Diagram', '```mermaid\nflowchart LR\n  Guest --> Desk\n```'],
  ['4.2 Architectural Pattern', 'A single writer.'],
  ['4.3 Key Components', '| Component | Responsibility |\n| --- | --- |\n| Desk | Books |'],
  ['5.1 API Interfaces', '`book(seat)` in `src/seats.ts:1`.'],
  ['5.2 Data Model / Schema', 'A row for each seat.'],
  ['5.3 Algorithms and State Management', 'A seat is free, then booked.'],
  ['6. Alternatives Considered', '| Option | Reason |\n| --- | --- |\n| By hand | Too slow |\n| Desk | **Selected** |'],
  ['7.1 Security and Privacy', 'N/A: no names are kept.'],
  ['7.2 Observability Strategy', 'Bookings an hour are counted.'],
  ['7.3 Scalability and Capacity Planning', 'Nine hundred seats.'],
  ['8.1 Deployment Strategy', '- [ ] One hall first.'],
  ['8.2 Data Migration Plan', 'N/A: nothing is stored yet.'],
  ['8.3 Test Plan', 'Two guests ask for one seat.'],
].map(([heading = '', body = '']) => [
  new RegExp(
    `(?<=^#{2,3} ${heading.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')}\\n)[\\s\\S]*?(?=^#{2,3} |(?![\\s\\S]))`,
    'm',
  ),
  `\n${body}\n\n`,
])

const fillIn = ({edit}: World, path: string, questions: string): void =>
  edit(path, ['| TBD ', '| Hall'], ...FILLED, [
    /(?<=^## 9\. Open Questions \/ Unresolved Issues\n)[\s\S]*?(?=^## |(?![\s\S]))/m,
    `\n${questions}\n\n`,
  ])

describe('the life of a spec', () => {
  test('from scaffold to Implemented and Deprecated, through every gate', async () => {
    const hall = world()
    const {run, edit, commit, read} = hall
    const statusRow = (path: string) => /^\| Status +\| (.*?) +\|$/m.exec(read(path))?.[1]
    const dates = (path: string) => /^\| Created \/ Last Updated +\| (.*?) +\|$/m.exec(read(path))?.[1]

    // An empty form is a draft, and stays one.
    expect((await run('scaffold', 'Seat booking', '--date', '2026-01-20')).status).toBe(0)
    commit('2026-01-20', 'begin')
    expect((await run('lint')).status).toBe(0)
    const first = await run('status', SPEC)
    expect(first.stdout).toMatch(
      /^specs\/2026-01-20-seat-booking\.md: Draft \(WIP\), since 2026-01-20 \(commit [0-9a-f]{10}\)\n/,
    )
    expect(first.stdout).toContain('\nRejected: nothing bars it\n')
    const empty = read(SPEC)
    const early = await run('status', SPEC, 'in-review', '--date', '2026-01-21')
    expect({status: early.status, rules: rulesIn(early.stdout)}).toEqual({
      status: 1,
      rules: ['empty-section', 'unset-value'],
    })
    expect(read(SPEC)).toBe(empty)

    // A step cannot be left out.
    const skipped = await run('status', SPEC, 'approved')
    expect(skipped.status).toBe(1)
    expect(skipped.stdout.replace(/\s+/g, ' ')).toContain(
      'does not become Approved: expected "In Review (RFC)", "Deprecated" or "Rejected" after "Draft (WIP)"',
    )

    // Filled in, but with a sentence of the form left: no review.
    fillIn(hall, SPEC, '- [ ] How many halls are there?')
    const example = '- **User Impact:** One buyer in forty gets a letter of apology instead of a parcel.'
    edit(SPEC, ['One guest in forty stands.', `One guest in forty stands.\n\n${example}`])
    const leftover = await run('status', SPEC, 'in-review')
    expect({status: leftover.status, rules: rulesIn(leftover.stdout)}).toEqual({status: 1, rules: ['residue']})
    edit(SPEC, [`\n\n${example}`, ''])
    await expectClean(hall)
    const reviewed = await run('status', SPEC, 'In review', '--date', '2026-01-25')
    expect({status: reviewed.status, row: statusRow(SPEC), dates: dates(SPEC)}).toEqual({
      status: 0,
      row: 'In Review (RFC)',
      dates: '2026-01-20 / 2026-01-25',
    })
    await expectClean(hall)
    commit('2026-01-25', 'hand over')

    // An open question bars the approval, and what is barred is shown beforehand.
    expect((await run('status', SPEC)).stdout).toMatch(/\nApproved: barred by 1 error\n {2}\d+:\d+ open-questions: /)
    const open = await run('status', SPEC, 'approved')
    expect({status: open.status, rules: rulesIn(open.stdout)}).toEqual({status: 1, rules: ['open-questions']})
    edit(SPEC, ['- [ ] How many halls are there?', '- [x] How many halls are there? Three.'])
    expect((await run('status', SPEC, 'approved', '--date', '2026-02-01')).status).toBe(0)
    await expectClean(hall)
    const approval = commit('2026-02-01', 'approve')
    await expectClean(hall)

    // Progress and upkeep are no change of what was approved; another promise is one.
    edit(
      SPEC,
      ['- [ ] A seat is booked once.', '- [x] A seat is booked once.'],
      ['- [ ] One hall first.', '- [x] Two halls first.'],
    )
    await expectClean(hall)
    edit(SPEC, ['A single writer.', 'Many writers.'])
    const changed = await run('lint', '--format', 'compact')
    expect(changed.status).toBe(0)
    expect(changed.stdout).toMatch(
      /^specs\/2026-01-20-seat-booking\.md:\d+:28: info changed-since-approval: Unexpected changes in "4\.2 Architectural Pattern" since the status became "Approved" on 2026-02-01,/,
    )
    expect(changed.stdout.trim().split('\n')).toHaveLength(1)
    const facts = JSON.parse((await run('facts', SPEC)).stdout)
    expect(facts.approval).toMatchObject({commit: approval, date: '2026-02-01', changed: ['4.2 Architectural Pattern']})
    commit('2026-02-10', 'let many write')
    expect((await run('lint', '--format', 'compact')).stdout).toContain('changed-since-approval')

    // It is approved anew.
    for (const [word, day] of [
      ['in-review', '2026-02-11'],
      ['approved', '2026-02-12'],
    ] as const) {
      expect((await run('status', SPEC, word, '--date', day)).status).toBe(0)
      commit(day, word)
      await expectClean(hall)
    }

    expect((await run('status', SPEC, 'implemented', '--date', '2026-03-01')).status).toBe(0)
    commit('2026-03-01', 'done')
    await expectClean(hall)
    expect((await run('status', SPEC)).stdout).toContain(': Implemented, since 2026-03-01 (commit ')
    expect(JSON.parse((await run('facts', SPEC)).stdout).approval).toMatchObject({date: '2026-02-12', changes: []})

    // A second one takes its place when it is approved.
    expect(
      (await run('scaffold', 'Seat trading', '--date', '2026-06-01', '--research', 'research/2026-01-10-seats.md'))
        .status,
    ).toBe(0)
    fillIn(hall, SUCCESSOR, '- [x] Who may trade? Guests.')
    expect((await run('status', SUCCESSOR, 'in-review', '--date', '2026-06-02')).status).toBe(0)
    commit('2026-06-02', 'the next one')
    await expectClean(hall)
    const both = await run('status', SUCCESSOR, 'approved', '--supersedes', SPEC, '--date', '2026-06-10')
    expect({status: both.status, stdout: both.stdout}).toEqual({
      status: 0,
      stdout: [
        `Set ${SUCCESSOR} to Approved, before In Review (RFC)`,
        '  last updated on 2026-06-10',
        `Set ${SPEC} to Deprecated, before Implemented`,
        '  last updated on 2026-06-10',
        '',
      ].join('\n'),
    })
    expect([statusRow(SPEC), statusRow(SUCCESSOR)]).toEqual(['Deprecated', 'Approved'])
    expect(read(SPEC)).toMatch(
      /^\| Superseded by +\| \[2026-06-01-seat-trading\.md\]\(2026-06-01-seat-trading\.md\) +\|$/m,
    )
    expect(read(SUCCESSOR)).toMatch(
      /^\| Supersedes +\| \[2026-01-20-seat-booking\.md\]\(2026-01-20-seat-booking\.md\) +\|$/m,
    )
    await expectClean(hall)
    commit('2026-06-10', 'supersede')
    await expectClean(hall)

    // The end: nothing follows, and to say it again changes nothing.
    expect((await run('status', SPEC)).stdout).toMatch(
      /Deprecated, since 2026-06-10 [^\n]*\n\nNo status follows it\.\n$/,
    )
    const before = [read(SPEC), read(SUCCESSOR)]
    expect((await run('status', SPEC, '--superseded-by', SUCCESSOR)).stdout).toBe(
      `${SPEC} is as it was to be already: Deprecated\n`,
    )
    expect([read(SPEC), read(SUCCESSOR)]).toEqual(before)
  }, 120_000)
})
