import {composed} from '../inputs/grammar.mjs'
import {patternTrap, schemaBomb} from '../inputs/schema-bombs.mjs'
import {constraint, schemaData} from '../inputs/schemas.mjs'
import {badYaml} from '../inputs/yaml.mjs'

/** Schemas of a user's: nonsense, wrong types, bombs, references in circles, patterns that take for ever. */
export default {
  name: 'schemas',
  weight: 4,
  make(choose) {
    const path = choose.pick(['team.json', 'team.json', 'team.yaml'])
    if (choose.chance(0.08)) {
      const {schema, prey} = patternTrap(choose)
      return {subject: 'schema', path, text: JSON.stringify(schema), document: `# ${prey}\n`}
    }
    const ways = [schemaData, schemaData, schemaData, schemaData, schemaBomb, constraint]
    const text = choose.chance(0.1) ? badYaml(choose) : written(choose, choose.pick(ways)(choose))
    return {subject: 'schema', path, text, document: composed(choose)}
  },
}

function written(choose, data) {
  const text = JSON.stringify(data, null, choose.pick([0, 2]))
  return choose.chance(0.9) ? text : text.slice(0, choose.upTo(text.length))
}
