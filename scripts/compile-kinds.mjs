// Makes the kinds that come with us: reads their templates and schemas with what `tsc` has built, and writes
// dist/generated and src/generated (for the tests, which run the sources): kinds.js with the validators as plain
// functions, so that ajv is not loaded, and schemas.js with the schemas themselves.
import {createHash} from 'node:crypto'
import {mkdir, readdir, readFile, rename, writeFile} from 'node:fs/promises'

const root = new URL('../', import.meta.url)
const {linkVersions, readTemplate, unionOf} = await import(new URL('dist/template/index.js', root))
const {checkSchemaText} = await import(new URL('dist/lint/check/index.js', root))
const {resolveSchema} = await import(new URL('dist/lint/schema/law.js', root))
const {standaloneValidators} = await import(new URL('dist/lint/ajv/standalone.js', root))

const KINDS = [
  {name: 'rfc', schema: 'schema/rfc.schema.json', templates: 'templates/rfc'},
  {name: 'research', schema: 'schema/research.schema.json'},
  {name: 'index', schema: 'schema/index.schema.json'},
]
const CORE = 'schema/core.schema.json'
const FACTS = 'schema/facts.schema.json'
const SCHEMAS = [CORE, ...KINDS.map(kind => kind.schema), FACTS]

class Failure extends Error {}

const read = path =>
  readFile(new URL(path, root), 'utf8').catch(error => {
    throw new Failure(`${path}: cannot be read (${error.code})`)
  })

/** Runs work on a file; what it throws is told with the file's path and line. */
function within(path, work) {
  try {
    return work()
  } catch (error) {
    throw new Failure(`${path}${error.line === undefined ? '' : `:${error.line}`}: ${error.message}`)
  }
}

/** A schema of ours must be without any problem: what can never fire would go unnoticed. */
async function check(path, options) {
  const problems = checkSchemaText({text: await read(path)}, options)
  if (problems.length === 0) return
  throw new Failure(problems.map(({range, reason}) => `${path}:${range.start.line}: ${reason}`).join('\n'))
}

/** The versions of a kind's template, one file each, lowest first. */
async function versionsIn(folder, kind) {
  const names = (await readdir(new URL(folder, root))).filter(name => name.endsWith('.md')).sort()
  const templates = []
  for (const name of names) {
    const path = `${folder}/${name}`
    const source = await read(path)
    const template = within(path, () => readTemplate(source, {kind}))
    if (name !== `${template.version}.md`) throw new Failure(`${path}: has the version ${template.version}`)
    templates.push(template)
  }
  return within(folder, () => linkVersions(templates))
}

async function makeLaws(library, facts) {
  await check(CORE, {library, facts})
  const laws = []
  for (const {name, schema, templates: folder} of KINDS) {
    const versions = folder ? await versionsIn(folder, name) : []
    const template = unionOf(versions)
    await check(schema, {library, facts, ...(template && {template})})
    laws.push({name, versions, merged: resolveSchema({text: await read(schema)}, library)})
  }
  return laws
}

const MADE = /^(?:generated|bundle)\b/

// What is compiled from a user's schema, and what is found of documents, is kept between runs: until one of these files changes. The
// lock file names the packages.
async function stampOf(texts) {
  const folder = new URL('dist/', root)
  const names = (await readdir(folder, {recursive: true}))
    .filter(name => name.endsWith('.js') && !MADE.test(name))
    .sort()
  const hash = createHash('sha256')
  const files = [...names.map(name => `dist/${name}`), 'package-lock.json']
  for (const text of [...(await Promise.all(files.map(read))), ...texts]) hash.update(`${text}\0`)
  return hash.digest('hex')
}

function kindsModule(laws, {homepage, stamp}) {
  const validators = within('schema', () => standaloneValidators(laws.map(({name, merged}) => ({name, ...merged}))))
  const kinds = laws.map(({name, merged: {id, rules, schema}, versions}) => {
    const data = JSON.stringify({name, ...(versions.length > 0 && {versions}), law: {id, rules, schema}})
    // Of new documents is the lowest: a new version changes nothing for those who do not ask for it.
    const template = versions.length > 0 ? `${name}.template = ${name}.versions[0];\n` : ''
    return `const ${name} = ${data};\n${template}${name}.law.validators = validators_${name};`
  })
  const names = laws.map(({name}) => name).join(', ')
  return `import {runKeyword} from '../lint/keywords/run.js';
${validators}
${kinds.join('\n')}
export const kinds = {${names}};
export const homepage = ${JSON.stringify(homepage)};
export const stamp = ${JSON.stringify(stamp)};
`
}

// Others may be reading the file at this moment.
async function write(path, text) {
  const target = new URL(path, root)
  const temporary = new URL(`${path}.${process.pid}.tmp`, root)
  await mkdir(new URL('.', target), {recursive: true})
  await writeFile(temporary, text)
  await rename(temporary, target)
}

try {
  const texts = await Promise.all(SCHEMAS.map(read))
  const schemas = texts.map((text, index) => within(SCHEMAS[index], () => JSON.parse(text)))
  const library = new Map(schemas.map(schema => [schema.$id, schema]))
  const laws = await makeLaws(library, schemas[SCHEMAS.indexOf(FACTS)])
  const {homepage} = JSON.parse(await read('package.json'))
  const banner = '// Generated by scripts/compile-kinds.mjs. Do not edit.\n'
  const files = {
    'kinds.js': banner + kindsModule(laws, {homepage, stamp: await stampOf(texts)}),
    'schemas.js': `${banner}export const schemas = ${JSON.stringify(Object.fromEntries(library))};\n`,
  }
  for (const [name, text] of Object.entries(files)) {
    await write(`dist/generated/${name}`, text)
    await write(`src/generated/${name}`, text)
  }
  for (const name of await readdir(new URL('src/generated', root))) {
    if (name.endsWith('.d.ts')) await write(`dist/generated/${name}`, await read(`src/generated/${name}`))
  }
} catch (error) {
  if (!(error instanceof Failure)) throw error
  console.error(`The built-in kinds cannot be made:\n${error.message}`)
  process.exitCode = 1
}
