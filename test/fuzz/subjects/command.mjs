import {cpSync, existsSync, lstatSync, readdirSync, readFileSync, rmSync} from 'node:fs'
import {join} from 'node:path'
import {run as complete} from '../../../dist/cli/complete/index.js'
import {run} from '../../../dist/cli.js'
import {crash, differing, invalidReport, named, stackTraces, timeless, unescaped} from '../oracles/index.mjs'
import {commitAll, environment, FILES, newFolder, put} from './world.mjs'

const SENTINEL = 'outside.md'
let places

/**
 * A command line, run in this process, in a folder with a few documents (and `files` over them), with `git` or without.
 * `twice`: once more in the same folder as it was, which must print the same.
 */
export async function command({argv, files = {}, stdin = '', columns, git = false, twice = false}) {
  const first = await ran({argv, files, stdin, columns, git})
  const faults = [...first.faults]
  if (!twice) return faults
  const second = await ran({argv, files, stdin, columns, git})
  return [...faults, ...named('not-deterministic', differing(first.seen, second.seen))]
}

async function ran({argv, files, stdin, columns, git}) {
  const {outer, root} = freshFolder(files, git)
  const outside = () => readFileSync(join(outer, 'one', SENTINEL), 'utf8') + readdirSync(join(outer, 'one')).join()
  const before = outside()
  const screen = {stdout: '', stderr: ''}
  const stream = name => ({
    write: text => {
      screen[name] += text
    },
  })
  const io = {
    stdout: stream('stdout'),
    stderr: stream('stderr'),
    stdin: (async function* () {
      yield stdin
    })(),
    env: environment(git),
    cwd: root,
    isTTY: columns !== undefined,
    columns,
    stderrColumns: undefined,
    ask: undefined,
    interrupted: async () => {},
  }
  const faults = []
  let status
  try {
    status = argv[0] === '__complete' ? await complete(argv.slice(1), io) : await run(argv, io)
  } catch (error) {
    faults.push(crash('the command line', error))
  }
  const written = filesIn(root)
  faults.push(...screenFaults(screen, argv, columns), ...statusFaults(status, screen))
  if (outside() !== before) faults.push(...named('wrote-outside', ['the folder above has changed']))
  return {faults, seen: {status, stdout: timeless(screen.stdout), stderr: timeless(screen.stderr), written}}
}

function statusFaults(status, {stdout, stderr}) {
  const caught = /Unexpected failure: .*|checking it failed.*/.exec(stderr)
  return [
    ...([0, 1, 2, undefined].includes(status) ? [] : named('exit-status', [String(status)])),
    ...(status === 2 && stdout + stderr === '' ? named('silent-failure', ['exit status 2, and not a word']) : []),
    ...(caught === null ? [] : named('caught-crash', [caught[0]])),
  ]
}

// What is made to be a document (a new spec, a diff that git takes) is as its parts are.
// What completes is for a shell, which tells words from captions by tabs.
const RAW = /^(?:__complete|scaffold|migrate|mv|status|list|init|schema)$|^--(?:dry-run|fix|fix-unsafe|write)$/

function screenFaults({stdout, stderr}, argv, columns) {
  const isColoured = columns !== undefined || argv.some(word => word.includes('color'))
  const plain = text => (isColoured ? withoutLook(text) : text)
  const isRaw = argv.some(word => RAW.test(word))
  const commands = argv.some(word => word.includes('github'))
  const faults = [
    ...stackTraces(stdout + stderr).map(words => ({name: 'stack-trace', words})),
    ...named('unescaped', unescaped(plain(stderr), {commands})),
    ...(isRaw ? [] : named('unescaped', unescaped(plain(stdout), {commands}))),
  ]
  const isReport = argv[0] === 'lint' && /"schemaVersion"/.test(stdout.slice(0, 60))
  return [...faults, ...(isReport && argv.includes('json') ? named('invalid-report', invalidReport(stdout)) : [])]
}

// On a terminal there are colours and links, which are ours; and the screen is emptied.
function withoutLook(text) {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken away
  return text.replace(/\u001b\[[0-9;]*[mJHK]|\u001b\]8;;[\u0020-\u007e]*(?:\u0007|\u001b\\)/g, '')
}

function freshFolder(files, git) {
  places ??= new Map()
  const known = places.get(git) ?? newPlace(git)
  places.set(git, known)
  const {outer, root, pristine} = known
  rmSync(root, {recursive: true, force: true})
  cpSync(pristine, root, {recursive: true, verbatimSymlinks: true})
  put(root, files)
  return {outer, root}
}

function newPlace(git) {
  const {outer, root} = newFolder()
  const pristine = join(outer, 'pristine')
  put(pristine, FILES)
  put(join(outer, 'one'), {[SENTINEL]: '# Outside\n'})
  if (git) commitAll(pristine)
  return {outer, root, pristine}
}

function filesIn(root, folder = '') {
  if (!existsSync(join(root, folder))) return []
  return readdirSync(join(root, folder))
    .sort()
    .flatMap(name => {
      const path = folder === '' ? name : `${folder}/${name}`
      if (path === '.git') return []
      const found = lstatSync(join(root, path))
      if (found.isDirectory()) return filesIn(root, path)
      return [`${path}: ${found.isFile() ? readFileSync(join(root, path), 'latin1') : 'link'}`]
    })
}
