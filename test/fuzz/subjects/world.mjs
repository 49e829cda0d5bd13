import {execFileSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {openWorkspace} from '../../../dist/index.js'

/** The day on which everything happens. */
export const DATE = '2026-01-15'

/** Files of the workspace that inputs are read in: what they cite is there, was there, or never was. */
export const FILES = {
  'research/2026-01-05-seats.md':
    '---\ndate: 2026-01-05\ntopic: Seats\ngit_commit: abc1234\nstatus: complete\n---\n\n# Research: Seats\n\n## 1. Findings\n\nWe found three seats.\n\n## Open Questions\n\n- Who books?\n- [x] When? At noon.\n',
  'research/2026-01-01-rooms.md':
    '# Research: Rooms\n\n## Option A: Large\n\n## Option B: Small\n\n[seats](2026-01-05-seats.md)\n',
  'specs/2026-01-02-search.md':
    '# Search\n\n| Document Metadata | Details |\n| --- | --- |\n| Author(s) | Ada |\n| Status | Approved |\n\n## 1. Executive Summary\n\nSee [seats](../research/2026-01-05-seats.md#1-findings).\n',
  'specs/README.md': '# Specs\n\n<!-- spec-list: begin -->\n<!-- spec-list: end -->\n',
  'src/seats.ts': 'export const seats = 3\n\nexport function book() {\n  return seats\n}\n',
}

/** An environment without this machine's settings of git, and without git itself where it is not asked for. */
export const environment = (git = false) => ({
  PATH: git ? process.env.PATH : '',
  HOME: '/nonexistent',
  SPEC_NO_CACHE: '1',
  SOURCE_DATE_EPOCH: '1768435200',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
})

/** Writes files below a folder. */
export function put(root, files) {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), {recursive: true})
    writeFileSync(join(root, path), content)
  }
}

/** A new folder, three deep in one of its own: what climbs out of it by ".." is still ours, and seen. Removed with the process. */
export function newFolder() {
  const outer = realpathSync(mkdtempSync(join(tmpdir(), 'specwright-fuzz-')))
  process.on('exit', () => rmSync(outer, {recursive: true, force: true}))
  const root = join(outer, 'one', 'two', 'work')
  mkdirSync(root, {recursive: true})
  return {outer, root}
}

/** Makes a repository of a folder: the same commits on every machine. */
export function commitAll(root) {
  const env = {...environment(true), GIT_AUTHOR_DATE: `${DATE}T12:00:00Z`, GIT_COMMITTER_DATE: `${DATE}T12:00:00Z`}
  const git = (...args) => execFileSync('git', args, {cwd: root, env, stdio: 'ignore'})
  git('init', '--quiet', '--initial-branch=main')
  git('add', '--all')
  git('-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', 'commit', '--quiet', '--message', 'first')
}

// A workspace remembers what it has seen, which must not grow with the number of inputs.
const MOST_USES = 400
let standing
let uses = 0

/** The workspace, in a repository, that documents are read in; opened anew at times. */
export async function workspace() {
  if (standing === undefined) {
    const {root} = newFolder()
    put(root, FILES)
    commitAll(root)
    standing = {root, opened: undefined}
  }
  if (standing.opened === undefined || ++uses > MOST_USES) {
    await standing.opened?.close()
    uses = 0
    standing.opened = await openWorkspace({root: standing.root, cwd: standing.root, date: DATE, env: environment(true)})
  }
  return standing.opened
}

/** The same files with others over them, without git. */
export async function withOverlay(files, use) {
  const {root} = await workspace()
  const overlay = new Map(Object.entries(files))
  const opened = await openWorkspace({root, cwd: root, date: DATE, env: environment(), overlay})
  try {
    return await use(opened)
  } finally {
    await opened.close()
  }
}
