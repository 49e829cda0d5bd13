// Makes one minified file of the command, dist/bundle/spec.cjs, beside the unbundled library, and its doors, dist/start.cjs and, for threads, dist/thread.cjs: to load
// some hundred modules takes longer than to check a document. Lazy imports stay lazy: what they lead to is evaluated when it is
// asked for. The licences of what is in the bundle stand in dist/bundle/LICENSES.txt.
import {createHash} from 'node:crypto'
import {readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join, relative, sep} from 'node:path'
import {fileURLToPath} from 'node:url'
import {build} from 'esbuild'

const root = fileURLToPath(new URL('../', import.meta.url))
const dist = join(root, 'dist')
const COMMON = {
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  minify: true,
  legalComments: 'none',
  logLevel: 'warning',
}

// Modules find files, and one another, by their own address: each keeps the one that it had in dist.
// The native engine is sought by its name alone: to search through what a package exports loads half of Node's loader. It looks for its
// binding beside itself, where it really is: some package managers put links.
const HEAD = `const __at=path=>require("node:url").pathToFileURL(require("node:path").join(__dirname,"..",path)).href
const __satteri=()=>{
  const {existsSync,realpathSync}=require("node:fs"),{join}=require("node:path")
  const found=require.resolve.paths("satteri").map(folder=>join(folder,"satteri","index.js")).find(path=>existsSync(path))
  return require("node:url").pathToFileURL(found?realpathSync(found):join(require.resolve("satteri"),"..","..","index.js")).href
}`

const places = {
  name: 'places',
  setup({onLoad}) {
    onLoad({filter: /\.m?js$/}, ({path}) => {
      const text = readFileSync(path, 'utf8')
      if (!text.includes('import.meta.url')) return undefined
      // Threads of the bundle run the bundle.
      if (path === join(dist, 'threads', 'entry-file.js'))
        return {contents: `export const entryFile = new URL(__at("thread.cjs"))`, loader: 'js'}
      // The binding is a file of its own, beside satteri.
      if (path.includes(`${sep}node_modules${sep}satteri${sep}`)) return at(text, '__satteri()')
      if (!path.startsWith(dist + sep)) return at(text, '__at("bundle/spec.cjs")')
      // What is loaded when it is needed becomes a part of the bundle that is evaluated when it is needed.
      const lazy = text.replace(/^const require = createRequire\(import\.meta\.url\);$/m, '')
      return at(lazy, `__at(${JSON.stringify(relative(dist, path).split(sep).join('/'))})`)
    })
  },
}

/** A module at an address. */
function at(text, address) {
  return {contents: text.replaceAll('import.meta.url', address), loader: 'js'}
}

const bundle = join(dist, 'bundle', 'spec.cjs')
const {metafile} = await build({
  ...COMMON,
  entryPoints: [join(dist, 'main.js')],
  outfile: bundle,
  // What V8 compiles from its cache has no loader of modules behind it.
  supported: {'dynamic-import': false},
  banner: {js: HEAD},
  plugins: [places],
  metafile: true,
})
const text = wrapped(escaped(readFileSync(bundle, 'utf8')))
writeFileSync(bundle, text)
const digest = createHash('sha256').update(text).digest('hex').slice(0, 16)
const DOOR = {...COMMON, define: {BUNDLE_DIGEST: JSON.stringify(digest)}}
await build({...DOOR, entryPoints: [join(dist, 'start', 'index.js')], outfile: join(dist, 'start.cjs')})
await build({...DOOR, entryPoints: [join(dist, 'start', 'thread.js')], outfile: join(dist, 'thread.cjs')})
writeFileSync(join(dist, 'bundle', 'LICENSES.txt'), licences(Object.keys(metafile.inputs)))

/**
 * The bundle in signs of ASCII, of which V8 makes a string of half the size. What esbuild leaves of others stands in patterns, and in
 * raw texts of which patterns are made (nothing else is written raw here): there an escape means the same.
 */
function escaped(text) {
  return text.replace(/[^\0-\x7f]/g, sign => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/** A text of CommonJS as the function that `require` makes of it, as src/start/code-cache.ts takes it. */
function wrapped(text) {
  return `(function(exports,require,module,__filename,__dirname){${text}\n})`
}

/** The name, version and licence of every package of which a file is in the bundle. */
function licences(inputs) {
  const folders = new Set(
    inputs.flatMap(path => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path.split(sep).join('/'))?.[1] ?? []),
  )
  return [...folders]
    .sort()
    .map(folder => {
      const {name, version, license} = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'))
      const file = readdirSync(join(root, folder)).find(entry => /^licen[cs]e(?:\.|$)/i.test(entry))
      const words = file === undefined ? `${license}\n` : readFileSync(join(root, folder, file), 'utf8')
      return `${name} ${version}\n\n${words.trim()}\n`
    })
    .join(`\n${'-'.repeat(80)}\n\n`)
}
