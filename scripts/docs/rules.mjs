// Every rule that ships, with its words, its examples and what was measured of it.
import {existsSync, readFileSync} from 'node:fs'
import {exampleOf} from './fixtures.mjs'

const read = path => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'))

/** In the order of the schemas. `kind` is the schema that gives the rule its words first: core, rfc or research. */
export function documentedRules() {
  const [core, rfc, research] = ['core', 'rfc', 'research'].map(name => read(`schema/${name}.schema.json`))
  const hits = existsSync(new URL('../../bench/rule-hits.json', import.meta.url))
    ? read('bench/rule-hits.json')
    : undefined
  const of = (kind, schema) => rulesOf(schema).map(([id, rule]) => documented(id, kind, rule, hits))
  // What the RFC changes of a rule of every kind is what most readers meet.
  const merged = {
    $defs: Object.fromEntries(rulesOf(core).map(([id, rule]) => [id, {...rule, ...words(rfc.$defs[id])}])),
  }
  return [...of('core', merged), ...of('rfc', rfc), ...of('research', research)]
}

function rulesOf({$defs}) {
  return Object.entries($defs).filter(([, entry]) => entry.message !== undefined)
}

function words({severity, explains} = {}) {
  return {...(severity && {severity}), ...(explains && {explains})}
}

function documented(id, kind, {title, description, severity, help, explains = [], fix}, hits) {
  const measured = hits?.rules[id]
  const documents = kind === 'research' ? 'research' : 'specs'
  return {
    id,
    kind,
    title,
    description,
    severity,
    ...(help && {help}),
    explains,
    ...(fix && {fix}),
    ...exampleOf(id),
    ...(measured && {
      hits: {...measured, documents: documents === 'specs' ? 'specs' : 'research documents', of: hits.of[documents]},
    }),
  }
}
