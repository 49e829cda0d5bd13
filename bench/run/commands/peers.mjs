// The linters that are compared with: which they are, what each of them checks, and how all of them come to lint the same files.
import {spawnSync} from 'node:child_process'
import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'

const folder = fileURLToPath(new URL('../../peers/', import.meta.url))
const modules = join(folder, 'node_modules')
const PLUGINS = ['remark-frontmatter', 'remark-gfm', 'remark-preset-lint-recommended']

// By the lock file, which "npm ci" would refuse: it names no programs of other systems, where no registry had them when it was made.
const INSTALL = ['install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund']

/**
 * Names for `--peers`, each with the packages it consists of and which of its rules are on. All check the style of Markdown; none
 * looks at git, or at other files.
 */
export const PEERS = {
  'markdownlint-cli2': {
    packages: ['markdownlint-cli2'],
    checks: 'its default rules, no config; the last version for Node 20',
  },
  'remark-cli': {
    packages: ['remark-cli', ...PLUGINS],
    checks:
      'remark-preset-lint-recommended, with remark-gfm and remark-frontmatter, without which tables and frontmatter were prose',
  },
  rumdl: {
    packages: ['rumdl'],
    checks:
      'its default rules, no config; its program is told apart from its npm command, which starts Node and then that program',
  },
}

/**
 * Those of the peers asked for that are there; what is missing is installed, and told in one line where that cannot be.
 *
 * @param {string[]} names of `--peers`
 * @param {(line: string) => void} say
 * @param {string} [root] the folder with the lock file
 * @returns {string[]}
 */
export function installed(names, say, root = folder) {
  const wanted = namesOf(names)
  if (wanted.length > 0 && !existsSync(join(root, 'node_modules'))) {
    say('installing the peers into bench/peers')
    const {status, stderr, error} = spawnSync('npm', INSTALL, {cwd: root, encoding: 'utf8'})
    if (status !== 0) say(`the peers could not be installed: ${error?.message ?? briefly(stderr)}`)
  }
  return wanted.filter(name => {
    const missing = PEERS[name].packages.filter(part => !existsSync(join(root, 'node_modules', part)))
    if (missing.length > 0) say(`${name} is left out: ${missing.join(', ')} is not installed in bench/peers`)
    return missing.length === 0
  })
}

// npm tells a code, then what it means, then much else.
function briefly(errors) {
  return errors.trim().split('\n').slice(0, 2).join(': ').replaceAll('npm error ', '')
}

function namesOf(names) {
  if (names.includes('none')) return []
  for (const name of names)
    if (name !== 'all' && !(name in PEERS))
      throw new Error(`Unknown peer "${name}", expected all, none, ${Object.keys(PEERS).join(', ')}`)
  return names.includes('all') ? Object.keys(PEERS) : names
}

/** @returns {Record<string, string>} by package */
export function versionsOf(names) {
  return Object.fromEntries(names.flatMap(name => PEERS[name].packages).map(name => [name, packageOf(name).version]))
}

/**
 * The commands of one peer.
 *
 * @param {string} name
 * @param {{path?: string, rumdlCache: string}} target `path`: one file; else the folder `specs`
 */
export function commandsOf(name, {path, rumdlCache}) {
  if (name === 'markdownlint-cli2') {
    // Quotes keep the shell from making an argument list of it that no system takes.
    const target = path ?? 'specs/**/*.md'
    return [
      {
        id: name,
        shown: `markdownlint-cli2 ${path ? path : `"${target}"`}`,
        argv: [...node(name), target],
        filesOf: output => Number(/^Linting: (\d+) file/m.exec(output)?.[1]),
      },
    ]
  }
  if (name === 'remark-cli') {
    const uses = PLUGINS.map(plugin => join(modules, plugin, 'index.js')).flatMap(file => ['--use', file])
    const args = [path ?? 'specs', '--frail', '--no-stdout', '--no-color']
    return [
      {
        id: name,
        shown: `remark ${[...args, ...PLUGINS.flatMap(plugin => ['--use', plugin])].join(' ')}`,
        argv: [...node(name), ...args, ...uses],
        filesOf: output => output.match(/^specs\/.*\.md(?=: no issues found$|$)/gm)?.length,
      },
    ]
  }
  return rumdl(path ?? 'specs', rumdlCache)
}

function rumdl(target, cache) {
  const check = ['check', '--no-config']
  const cold = [...check, '--no-cache', target]
  const warm = [...check, '--cache-dir', cache, target]
  const filesOf = output => Number(/ in (?:\d+\/)?(\d+) files?\b/.exec(output)?.[1])
  const native = nativeRumdl()
  const commands = [
    {id: 'rumdl-npm', shown: `npm's rumdl ${cold.join(' ')}`, argv: [...node('rumdl'), ...cold], filesOf},
  ]
  if (native !== undefined)
    commands.push(
      {id: 'rumdl', shown: `rumdl ${cold.join(' ')}`, argv: [native, ...cold], filesOf},
      {
        id: 'rumdl-cache',
        shown: `rumdl ${[...check, target].join(' ')}`,
        state: 'its cache warm',
        warm: true,
        argv: [native, ...warm],
        filesOf,
      },
    )
  return commands
}

/** The program that the npm command of rumdl starts; npm installs the one of this platform. */
function nativeRumdl() {
  const scope = join(modules, '@rumdl')
  const file = process.platform === 'win32' ? 'rumdl.exe' : 'rumdl'
  const platform = existsSync(scope) ? readdirSync(scope).find(name => existsSync(join(scope, name, file))) : undefined
  return platform && join(scope, platform, file)
}

/** Started as all that is JavaScript here is: by the same Node, without a shell. */
function node(name) {
  const {bin} = packageOf(name)
  return [process.execPath, join(modules, name, typeof bin === 'string' ? bin : Object.values(bin)[0])]
}

function packageOf(name) {
  return JSON.parse(readFileSync(join(modules, name, 'package.json'), 'utf8'))
}
