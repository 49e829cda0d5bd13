import {mkdirSync, rmSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {citeFiles, type FileCitations, lint} from '../../src/lint/index.js'
import {openWorkspace, type WorkspaceOptions} from '../../src/workspace/index.js'
import {bareEnvironment, commit, repository} from '../support/folders.js'

/** Lines that can be told apart: "a1", "a2", … with what some of them are to say instead. */
export function lines(name: string, count: number, said: Record<number, string> = {}): string {
  return Array.from(
    {length: count},
    (_, index) => `${said[index + 1] ?? `const ${name}${index + 1} = ${index + 1}`}\n`,
  ).join('')
}

export const SPEC = 'specs/2026-01-15-a.md'

/** A repository in which code was committed, and then a spec about it. */
export function cited(code: Record<string, string>, spec: string): string {
  const root = repository(code)
  change(root, {[SPEC]: spec}, 'the spec')
  return root
}

/** Writes files, removes those that are undefined, and commits. */
export function change(root: string, files: Record<string, string | undefined>, message = 'later'): string {
  put(root, files)
  return commit(root, message)
}

export function put(root: string, files: Record<string, string | undefined>): void {
  for (const [path, text] of Object.entries(files)) {
    if (text === undefined) rmSync(join(root, path))
    else {
      mkdirSync(dirname(join(root, path)), {recursive: true})
      writeFileSync(join(root, path), text)
    }
  }
}

export function open(root: string, options: WorkspaceOptions = {}) {
  return openWorkspace({root, cwd: root, env: {...process.env, ...bareEnvironment()}, date: '2026-01-31', ...options})
}

/** What became of the citations of the spec. */
export async function citationsOf(root: string, options: WorkspaceOptions = {}): Promise<FileCitations> {
  const workspace = await open(root, options)
  try {
    const {files} = await workspace.select([SPEC])
    for await (const file of citeFiles(files, {workspace})) return file
    throw new Error('no file was selected')
  } finally {
    await workspace.close()
  }
}

/** The messages of the rules on code and research, as "line rule". */
export async function messagesOf(root: string, text: string, options: WorkspaceOptions = {}): Promise<string[]> {
  const workspace = await open(root, options)
  try {
    const report = await lint(text, {path: SPEC, workspace, kind: 'rfc'})
    return report.messages
      .filter(({ruleId}) => /code|symbol|quote|drift|citation|anchor|line-out|dead/.test(ruleId))
      .map(({ruleId, range}) => `${range.start.line} ${ruleId}`)
  } finally {
    await workspace.close()
  }
}
