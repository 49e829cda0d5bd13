import {readFileSync} from 'node:fs'
import {composed} from '../inputs/grammar.mjs'
import {mutated} from '../inputs/mutate.mjs'
import {fileName} from '../inputs/names.mjs'
import {schemaData} from '../inputs/schemas.mjs'
import {badYaml} from '../inputs/yaml.mjs'

const template = name => readFileSync(new URL(`../../../${name}`, import.meta.url), 'utf8').split('\n')
const TEMPLATES = [
  'templates/rfc/1.md',
  'templates/rfc/2.md',
  'examples/kinds/adr/template.md',
  'examples/kinds/feature/template.md',
]
const GLOBS = [
  'specs/**/*.md',
  '**',
  '',
  '!(a)',
  '{a,b',
  '[',
  '**/**/**/*',
  '../x',
  '/etc/*',
  '+(a|b)*',
  'specs/*.md',
  '\\',
  'a{1..9999}',
]
const RULES = ['missing-section', 'dead-citation', 'nope', '__proto__', 'residue']
let forms

/** The settings of a workspace: configs, templates and schemas that they name. */
export default {
  name: 'settings',
  weight: 2,
  make(choose) {
    forms ??= TEMPLATES.map(template)
    const name = choose.pick(['spec.config.yaml', 'spec.config.json', 'spec.config.yml'])
    const config = choose.chance(0.3) ? badYaml(choose) : JSON.stringify(data(choose), null, 2)
    return {
      subject: 'settings',
      files: {
        [name]: config,
        'forms/note.md': choose.chance(0.7) ? mutated(choose, forms) : composed(choose),
        'forms/note.json': JSON.stringify(schemaData(choose)),
        'notes/a.md': composed(choose),
      },
    }
  },
}

function data(choose) {
  const glob = () => (choose.chance(0.8) ? choose.pick(GLOBS) : fileName(choose))
  const odd = right => (choose.chance(0.08) ? choose.pick([null, 3, true, [], {}, [[]], '', '__proto__']) : right())
  const kind = () => ({
    files: odd(() => choose.pick(['notes/*.md', [glob()], glob()])),
    template: odd(() => choose.pick(['forms/note.md', ['forms/note.md'], fileName(choose)])),
    ...(choose.chance(0.4) && {schema: odd(() => choose.pick(['forms/note.json', 'none.yaml']))}),
    ...(choose.chance(0.15) && {version: odd(() => choose.pick([1, 2, 99]))}),
    ...(choose.chance(0.1) && {nope: 1}),
  })
  return {
    ...(choose.chance(0.8) && {
      kinds: odd(() => ({[choose.pick(['note', 'note', 'rfc', 'research', '__proto__', 'Bad'])]: odd(kind)})),
    }),
    ...(choose.chance(0.3) && {specs: odd(() => choose.pick(['specs', ['specs', 'specs'], fileName(choose), '.']))}),
    ...(choose.chance(0.3) && {
      research: odd(() => choose.pick(['research', [{path: 'research', tracked: false}], fileName(choose)])),
    }),
    ...(choose.chance(0.3) && {ignore: odd(() => [glob()])}),
    ...(choose.chance(0.3) && {rules: odd(() => ({[choose.pick(RULES)]: choose.pick(['off', 'error', 'fatal', 1])}))}),
    ...(choose.chance(0.15) && {
      extends: odd(() =>
        choose.pick(['./spec.config.json', './spec.config.yaml', '@x/y', '../x.yaml', fileName(choose)]),
      ),
    }),
  }
}
