import {count} from '../../../reporters/index.js'
import {ciSetups} from './ci.js'
import {configText, DEFAULTS} from './config-text.js'
import {hookSetups, lintCommand, quotedWord} from './hooks.js'
import {appendToList} from './insert.js'
import type {Choices, Plan, Planned, Survey} from './types.js'

/** How the user wants it done. */
export interface PlanOptions {
  /** Files that are there may get more, where that is sure. */
  append: boolean
  /** Folders that were chosen and are not there. */
  absent: readonly string[]
  tool: string
  /** The root as the user's shell takes it where commands must name it; "" where they find it themselves. */
  root: string
}

/** What is to be written, said and done. A file that is there is never written over. */
export function planOf(survey: Survey, choices: Choices, options: PlanOptions): Plan {
  const files = [
    configFile(survey, choices, options),
    ...folderFiles(survey, choices, options),
    ...hookFile(survey, choices, options),
    ...ciFile(survey, choices),
  ]
  return {files, notes: notesOn(survey, choices), next: nextSteps(survey, choices, files, options)}
}

function configFile({config, prefix, decisions}: Survey, choices: Choices, {tool}: PlanOptions): Planned {
  // What the hooks run is installed at the repository's top.
  const top = prefix === '' ? './' : '../'.repeat(prefix.split('/').length)
  const schema = `${top}node_modules/${tool}/schema/config.schema.json`
  const text = configText(choices, decisions, schema)
  if (config === undefined) return {from: 'root', path: 'spec.config.yaml', action: 'create', text}
  return {from: 'root', path: config, action: 'keep', text: ''}
}

// A folder of the config that is not there is an error, and git keeps no empty ones.
function folderFiles({config}: Survey, choices: Choices, {absent}: PlanOptions): Planned[] {
  if (config !== undefined) return []
  const named = (['specs', 'research'] as const).flatMap(key => {
    const isDefault = choices[key].length === 1 && choices[key][0] === DEFAULTS[key]
    return isDefault ? [] : choices[key]
  })
  return named
    .filter(folder => absent.includes(folder))
    .map(folder => ({from: 'root', path: `${folder}/.gitkeep`, action: 'create', text: ''}))
}

function hookFile({prefix, files}: Survey, {hook}: Choices, {append}: PlanOptions): Planned[] {
  if (hook === 'none') return []
  const setup = hookSetups[hook]
  const lint = lintCommand(prefix)
  const {whole, addition, toml, json = addition} = setup.pieces(lint)
  const [made = '', ...others] = setup.files
  // A folder of hooks is no file of this hook.
  const path = [made, ...others.filter(name => !made.startsWith(`${name}/`))].find(name => files.has(name)) ?? made
  const before = files.get(path)
  if (before === undefined) return [{from: 'top', path, action: 'create', ...whole}]
  if (/\bspec lint\b|\bspec-lint\b/.test(withoutComments(before)))
    return [{from: 'top', path, action: 'keep', text: ''}]
  const after = append && /\.ya?ml$/.test(path) ? appendToList(before, 'repos', addition) : undefined
  if (after === undefined)
    return [{from: 'top', path, action: 'show', text: byLanguage(path, {toml, json}) ?? addition}]
  return [{from: 'top', path, action: 'append', text: addition, edit: {before, after}}]
}

function byLanguage(path: string, texts: Readonly<Record<'toml' | 'json', string>>): string | undefined {
  if (path.endsWith('.toml')) return texts.toml
  return path.endsWith('.json') ? texts.json : undefined
}

// A shell, YAML and TOML have the same ones.
function withoutComments(text: string): string {
  return text.replace(/(^|\s)#.*$/gm, '$1')
}

function ciFile({lock, prefix, files}: Survey, {ci}: Choices): Planned[] {
  if (ci === 'none') return []
  const {file, text} = ciSetups[ci]
  const planned = {from: 'top', path: file, text: text({lock, root: prefix})} as const
  const before = files.get(file)
  if (before === undefined) return [{...planned, action: 'create'}]
  return [
    /\bspec lint\b/.test(withoutComments(before))
      ? {...planned, action: 'keep', text: ''}
      : {...planned, action: 'show'},
  ]
}

function notesOn({top, config, decisions}: Survey, {specs}: Choices): string[] {
  return [
    ...(top === undefined ? ['There is no git repository here: no hook and no CI job is set up'] : []),
    ...(config === undefined ? [] : [`"${config}" is there already: folders are taken from it`]),
    ...decisions
      .filter(({path}) => !specs.includes(path))
      .map(
        ({path, documents}) =>
          `"${path}" holds ${count(documents, 'document')} of another kind: the config tells how to have a kind of your own`,
      ),
  ]
}

function nextSteps(
  survey: Survey,
  {hook}: Choices,
  files: readonly Planned[],
  {tool, root: named}: PlanOptions,
): string[] {
  const {lock = 'npm', depends, specs} = survey
  const documents = specs.reduce((sum, {documents: each}) => sum + each, 0)
  const changed = files.filter(({action}) => action === 'create' || action === 'append')
  const shown = files.filter(({action}) => action === 'show')
  const root = named === '' ? '' : ` --root ${quotedWord(named)}`
  return [
    ...(depends ? [] : [`${ADD[lock]} ${tool}`]),
    ...shown.map(({path}) => `Put the lines above into ${path}`),
    ...(documents === 0
      ? []
      : [
          `npx spec lint${root} (${count(documents, 'document')}; "npx spec lint --update-baseline" freezes what is wrong with old ones)`,
        ]),
    ...(hook === 'none' ? [] : [hookSetups[hook].install]),
    ...(changed.length > 0 && survey.top !== undefined ? ['Commit these files'] : []),
    ...(hook === 'none' ? [] : [`npx spec init --check${root} (proves that the hook refuses a broken spec)`]),
    ...(documents === 0 ? [`npx spec scaffold "Title of a first spec"${root}`] : []),
  ]
}

const ADD = {npm: 'npm install --save-dev', pnpm: 'pnpm add --save-dev', yarn: 'yarn add --dev'} as const
