import {join, resolve} from 'node:path'
import {scan} from '../globs.js'
import {findGit} from '../root.js'
import {governedFolders} from '../select.js'
import type {HistoryAnswers, Workspace} from '../types.js'
import {between} from './places.js'

/** What a run looked at: if it changes, the run might come to something else. Absolute paths. */
export interface Seen {
  /** Files and folders, there or not. */
  files: Set<string>
  /** Folders of which every document counts, those in folders below too. */
  folders: Set<string>
}

/**
 * The workspace, that notes in `seen` what it is asked for: text, places, and files of the history as they stand now. So do those
 * to which its documents belong.
 */
export function noting(workspace: Workspace, seen: Seen): Workspace {
  const known = new Map<Workspace, Workspace>()
  const notingOnce = (each: Workspace): Workspace => {
    const one = known.get(each) ?? notingAs(each, seen, notingOnce)
    known.set(each, one)
    return one
  }
  return notingOnce(workspace)
}

function notingAs(workspace: Workspace, seen: Seen, noted: (other: Workspace) => Workspace): Workspace {
  const {root, settings} = workspace
  const note = (paths: Iterable<string>): void => {
    for (const path of paths) if (!path.includes('\0')) seen.files.add(resolve(root, path))
  }
  for (const {path} of settings.origins.values()) note([path])
  // Where a config may come to stand: any name of one counts there.
  for (const folder of [root, ...between(workspace.cwd, root)]) note([join(folder, 'spec.config.yaml')])
  const git = findGit(root)
  // A commit and a checkout write the one or the other.
  if (git) note([resolve(git.folder, 'HEAD'), resolve(git.folder, 'logs', 'HEAD')])
  const homeOf: Workspace['homeOf'] = async path => {
    const home = await workspace.homeOf(path)
    return {...home, workspace: noted(home.workspace)}
  }
  const noteFolders = async (home: Pick<Workspace, 'root' | 'settings'>): Promise<void> => {
    for (const folder of await governedFolders(home)) seen.folders.add(resolve(home.root, folder))
  }
  return {
    ...workspace,
    homeOf,
    read: path => {
      note([path])
      return workspace.read(path)
    },
    look: (questions, options) => {
      note(questions.map(({path}) => path))
      return workspace.look(questions, options)
    },
    history: async questions => {
      note([
        questions.path,
        ...questions.gone,
        ...questions.code.flatMap(({paths, likely = []}) => [...paths, ...likely]),
      ])
      const answers = await workspace.history(questions)
      note(filesIn(answers))
      return answers
    },
    select: async (args, options) => {
      await noteFolders(workspace)
      const selection = await workspace.select(args, options)
      note(selection.files.map(({path}) => path))
      // What is selected below is selected by the workspaces there.
      const below = args.length === 0 ? await workspace.nested() : []
      for (const path of [...below.map(folder => `${folder}/-`), ...selection.files.map(file => file.path)])
        await noteFolders((await homeOf(path)).workspace)
      return selection
    },
  }
}

/** Notes what arguments of a command name, there or not: files, folders, and the folders that globs begin in. */
export async function noteArguments(args: readonly string[], cwd: string, seen: Seen): Promise<void> {
  for (const argument of args) {
    const glob = await scan(argument)
    const path = resolve(cwd, glob?.base ?? argument)
    seen.folders.add(path)
    seen.files.add(path)
  }
}

function* filesIn({code}: HistoryAnswers): Generator<string> {
  for (const {file, now, candidates = []} of code.flat()) {
    if (file) yield file.path
    if (now) yield now.path
    yield* candidates
  }
}
