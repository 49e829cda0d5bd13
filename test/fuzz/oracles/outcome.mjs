// What the library says that it throws; all else is a crash.
const DOCUMENTED = new Set([
  'LimitError',
  'SettingsError',
  'ScaffoldError',
  'WorkspaceError',
  'ConfigError',
  'TemplateError',
])

/**
 * What became of a call: its value, the documented refusal, or a crash, which is a fault. A report that a document could not be
 * checked because checking it failed is a crash that was caught.
 * @returns {Promise<{value?: any, refused?: string, faults: {name: string, words: string}[]}>}
 */
export async function outcomeOf(what, call) {
  try {
    const value = await call()
    const reason = typeof value?.reason === 'string' ? value.reason : ''
    const faults = reason.startsWith('checking it failed') ? [{name: 'caught-crash', words: `${what}: ${reason}`}] : []
    return {value, faults}
  } catch (error) {
    if (error instanceof Error && DOCUMENTED.has(error.name))
      return {refused: `${error.name}: ${error.message}`, faults: []}
    return {faults: [crash(what, error)]}
  }
}

export function crash(what, error) {
  const words = error instanceof Error ? `${error.name}: ${error.message}\n${frames(error)}` : String(error)
  return {name: 'crash', words: `${what}: ${words}`}
}

// The nearest frames tell one crash from another; the paths before the project's own would differ by machine.
function frames({stack = ''}) {
  const lines = stack.split('\n').filter(line => /^\s+at /.test(line))
  return lines
    .slice(0, 4)
    .map(line => line.replace(/\(?(?:file:\/\/)?\/\S*\/(dist|node_modules|test|bench)\//, '($1/'))
    .join('\n')
}
