// Makes man/ and the list of it in package.json from the commands in dist, as `--help` shows them. `--check` compares instead.
import {existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'

const at = path => new URL(`../${path}`, import.meta.url)
if (!existsSync(at('dist/cli/man.js'))) {
  console.error('dist is not there: run `npm run build`')
  process.exit(1)
}
const {commands} = await import('../dist/commands/index.js')
const {manText} = await import('../dist/cli/man.js')
const {pageOf} = await import('../dist/cli/page.js')

const manifest = readFileSync(at('package.json'), 'utf8')
const {version, description} = JSON.parse(manifest)
const nameOf = name => `spec-${name.replaceAll(' ', '-')}`
const file = name => `man/${name}.1`

async function pages() {
  const made = new Map()
  const add = (name, caption, page, options, seeAlso) =>
    made.set(file(name), manText({...page, name, caption, version, seeAlso}, options))
  add(
    'spec',
    description,
    pageOf({type: 'none', rest: []}, undefined),
    {},
    commands.map(({name}) => nameOf(name)),
  )
  for (const entry of commands) {
    const command = await entry.load()
    const verb = {type: 'command', entry, rest: []}
    add(nameOf(entry.name), entry.caption, pageOf(verb, command), command.options, ['spec'])
  }
  return made
}

const wanted = await pages()
// npm makes links only of pages that are listed.
const list = `"man": [\n${[...wanted.keys()]
  .sort()
  .map(path => `    "${path}"`)
  .join(',\n')}\n  ]`
wanted.set('package.json', manifest.replace(/"man": \[[^\]]*\]/, list))
const found = existsSync(at('man')) ? readdirSync(at('man')).map(name => `man/${name}`) : []

if (process.argv.includes('--check')) {
  const old = [...wanted].filter(([path, text]) => !existsSync(at(path)) || readFileSync(at(path), 'utf8') !== text)
  const names = [...old.map(([path]) => path), ...found.filter(path => !wanted.has(path))]
  if (names.length > 0) {
    console.error(`man is out of date (${names.join(', ')}): run \`npm run generate\``)
    process.exitCode = 1
  }
} else {
  mkdirSync(at('man'), {recursive: true})
  for (const path of found) if (!wanted.has(path)) rmSync(at(path))
  for (const [path, text] of wanted) writeFileSync(at(path), text)
}
