import type {ConfigFailure, ConfigProblem} from './config/types.js'

/** A workspace that cannot be opened as asked: a root that is no folder, an impossible date. One line for the user. */
export class WorkspaceError extends Error {
  override name = 'WorkspaceError'
}

/** A config file that cannot be used. Its `problems` tell the places, `texts` what stands in the files. */
export class ConfigError extends WorkspaceError {
  override name = 'ConfigError'
  readonly problems: readonly ConfigProblem[]
  readonly texts: ReadonlyMap<string, string>

  constructor({problems, texts}: ConfigFailure) {
    super(problems.map(({path, range, reason}) => `${path}:${range.start.line}: ${reason}`).join('\n'))
    this.problems = problems
    this.texts = texts
  }
}

/** The system's code of an error, such as "ENOENT"; "" where it has none. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}

/** Nothing is there, or nothing can be there. */
export function isAbsence(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'].includes(codeOf(error))
}

/** The user lacks permission. */
export function isDenial(error: unknown): boolean {
  return ['EACCES', 'EPERM'].includes(codeOf(error))
}
