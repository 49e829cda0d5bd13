import type {Found} from './types.js'

/** Folders that hold where a config says nothing. */
export const DEFAULTS = {specs: 'specs', research: 'research'} as const

/** A first config: what differs from the defaults, and the rest as comments. `schema`: where editors find its schema. */
export function configText(
  {specs, research}: {specs: readonly string[]; research: readonly string[]},
  decisions: readonly Found[],
  schema: string,
): string {
  const lines = [
    `# yaml-language-server: $schema=${schema}`,
    '# Settings of this workspace. "spec config" prints what holds and where it was said.',
    '',
    folders('specs', specs),
    folders('research', research),
    '',
    '# rules: # error, warning, info or off, by rule id; "spec rules" lists them',
    '#   machine-author: off',
    ...decisions.slice(0, 1).flatMap(({path}) => ['', ...kindLines(path)]),
  ]
  return `${lines.join('\n')}\n`
}

function folders(key: keyof typeof DEFAULTS, paths: readonly string[]): string {
  const [path, ...more] = paths.map(scalar)
  if (path === undefined || (more.length === 0 && path === DEFAULTS[key]))
    return `# ${key}: ${DEFAULTS[key]} # the default`
  return `${key}: ${more.length === 0 ? path : `[${[path, ...more].join(', ')}]`}`
}

// Documents of another form would have every section "missing": they need a kind of their own first.
function kindLines(path: string): string[] {
  return [
    `# ${scalar(path)} holds documents of another kind. A kind is a template and a schema:`,
    '# kinds:',
    '#   decision:',
    `#     files: ${scalar(`${path}/*.md`)}`,
    '#     template: forms/decision.md',
    '#     schema: forms/decision.schema.yaml',
  ]
}

function scalar(text: string): string {
  // Plain only where no reader of YAML could take it for anything but a text.
  return /^[A-Za-z_][\w./-]*$/.test(text) && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(text)
    ? text
    : JSON.stringify(text)
}
