import {dirname, posix} from 'node:path'
import {escapePointer} from '../../text/index.js'
import {defaultSettings, kindFiles, RESEARCH} from '../kinds.js'
import {withSlashes} from '../paths.js'
import type {KindFiles, Origin, Settings} from '../types.js'
import type {ConfigData, ConfigFile, ResearchFolder, Severity} from './types.js'

/** What holds in a workspace: the defaults, and over them what the config says, the last one of a chain winning. */
export function settingsOf(chain: readonly ConfigFile[], root: string): Settings {
  const origins = new Map<string, Origin>()
  const last = <Key extends 'specs' | 'research' | 'ignore'>(key: Key): ConfigData[Key] | undefined => {
    const file = chain.findLast(({data}) => data[key] !== undefined)
    if (file) origins.set(key, originIn(file, `/${key}`))
    return file?.data[key] as ConfigData[Key] | undefined
  }
  const specs = last('specs')?.map(tidy) ?? defaultSettings.specs
  const folders = last('research')?.map(({path, mark}) => ({path: tidy(path), mark}))
  const research = folders?.map(({path}) => path) ?? defaultSettings.research
  const marked = (mark: ResearchFolder['mark']) =>
    (folders ?? []).filter(folder => folder.mark === mark).map(({path}) => path)
  const outside = marked('outside')
  const ignore = last('ignore')?.map(tidy) ?? []
  const rules = new Map<string, Severity>()
  for (const file of chain)
    for (const [id, severity] of Object.entries(file.data.rules ?? {})) {
      rules.set(id, severity)
      origins.set(`rules/${id}`, originIn(file, `/rules/${escapePointer(id)}`))
    }
  return {
    specs,
    research,
    untracked: marked('untracked'),
    outside,
    ignore,
    // What lies outside is cited, and checked where it belongs.
    kinds: kindsOf(chain, {specs, research: research.filter(path => !outside.includes(path))}, origins, root),
    rules: Object.fromEntries(rules),
    files: chain.map(({path}) => path),
    origins,
  }
}

// A kind of one's own is asked first: the built-in ones take what is left.
function kindsOf(
  chain: readonly ConfigFile[],
  folders: Pick<Settings, 'specs' | 'research'>,
  origins: Map<string, Origin>,
  root: string,
): KindFiles[] {
  const kinds = new Map<string, KindFiles>()
  for (const file of chain) {
    for (const [name, said] of Object.entries(file.data.kinds ?? {})) {
      const known = kinds.get(name) ?? {name, files: [], ignore: []}
      const below = withSlashes(dirname(file.path))
      const own = {
        ...(said.files && {files: said.files.map(tidy)}),
        ...(said.ignore && {ignore: said.ignore.map(tidy)}),
        ...(said.template && {templates: said.template.map(path => placeOf(below, path, root))}),
        ...(said.version !== undefined && {version: said.version}),
        ...(said.schema !== undefined && {schema: placeOf(below, said.schema, root)}),
      }
      kinds.set(name, {...known, ...own})
      origins.set(`kinds/${name}`, originIn(file, `/kinds/${name}`))
      for (const key of Object.keys(said)) origins.set(`kinds/${name}/${key}`, originIn(file, `/kinds/${name}/${key}`))
    }
  }
  const configured = [...kinds.values()].filter(({files}) => files.length > 0)
  const builtIn = defaultSettings.kinds
    .filter(({name}) => !configured.some(kind => kind.name === name))
    .map(kind => ({...kind, ...defaultFiles(kind, folders), ...withoutFiles(kinds.get(kind.name))}))
  const rest = [...kinds.values()].filter(
    ({name, files}) => files.length === 0 && !builtIn.some(kind => kind.name === name),
  )
  return [...configured, ...builtIn, ...rest]
}

function withoutFiles(kind: KindFiles | undefined): Partial<KindFiles> {
  if (kind === undefined) return {}
  const {files: _files, ignore, ...rest} = kind
  return {...rest, ...(ignore.length > 0 && {ignore})}
}

function defaultFiles(
  {name}: KindFiles,
  {specs, research}: Pick<Settings, 'specs' | 'research'>,
): Pick<KindFiles, 'files'> {
  return {files: kindFiles(name === RESEARCH ? research : specs)}
}

// Files stand where the config that names them stands, be it a package's.
function placeOf(folder: string, path: string, root: string): string {
  const absolute = posix.join(folder, tidy(path))
  const base = `${withSlashes(root).replace(/\/$/, '')}/`
  return absolute.startsWith(base) ? absolute.slice(base.length) : absolute
}

function tidy(path: string): string {
  const normal = posix.normalize(path.replaceAll('\\', '/'))
  return normal === '.' ? '' : normal.replace(/^\.\//, '').replace(/\/$/, '')
}

function originIn(file: ConfigFile, pointer: string): Origin {
  return {path: file.path, range: file.at(pointer)}
}
