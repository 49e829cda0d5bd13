import {readdirSync, readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {describe, expect, test} from 'vitest'

const folder = fileURLToPath(new URL('../schema/', import.meta.url))
const LAWS = new Set(['core.schema.json', 'rfc.schema.json', 'research.schema.json'])

/** Pointers of all properties that nothing describes, here or at the definition that they refer to. */
function undescribed(schema: unknown, at = '', root = schema): string[] {
  if (typeof schema !== 'object' || schema === null) return []
  return Object.entries(schema).flatMap(([key, value]) => {
    // A condition repeats fields that are described where they are demanded.
    if (key === 'if') return []
    const inner = undescribed(value, `${at}/${key}`, root)
    if (key !== 'properties') return inner
    const silent = Object.entries(value as Record<string, object>).filter(([, part]) => !('description' in part))
    return [...silent.map(([name]) => `${at}/properties/${name}`), ...inner]
  })
}

describe('every field of an output is described in words', () => {
  test.each(readdirSync(folder).filter(name => !LAWS.has(name)))('%s', name => {
    const schema = JSON.parse(readFileSync(`${folder}${name}`, 'utf8')) as {$defs?: Record<string, object>}
    const described = new Set(
      Object.entries(schema.$defs ?? {}).flatMap(([id, def]) => ('description' in def ? [`#/$defs/${id}`] : [])),
    )
    const left = undescribed(schema).filter(pointer => {
      const part = pointer
        .split('/')
        .slice(1)
        .reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], schema)
      return !described.has(String((part as {$ref?: string}).$ref))
    })
    expect(left).toEqual([])
  })
})
