import {isObject, isStrings, own} from '../data.js'
import type {Subject} from '../schema/vocabulary.js'

/** What facts.schema.json says of one fact: its description with references followed. */
export interface FactType {
  /** Name of its definition: "section", "row"; absent for the document itself and for plain values. */
  name?: string
  schema: Readonly<Record<string, unknown>>
}

/** A part of a fact, and whether it is always there. */
export interface FactPart {
  type: FactType
  /** Whether its name is free: a section's or row's id. */
  free: boolean
  always: boolean
}

/** A reader of facts.schema.json. */
export interface FactTypes {
  root: FactType
  part(type: FactType, name: string): FactPart | undefined
  names(type: FactType): string[]
  item(type: FactType): FactType | undefined
  /** What the values of a map are: of sections, of rows. */
  value(type: FactType): FactType | undefined
}

export function factTypesOf(schema: Readonly<Record<string, unknown>>): FactTypes {
  const follow = (node: unknown): FactType | undefined => {
    if (!isObject(node)) return undefined
    const name = typeof node.$ref === 'string' ? node.$ref.replace(/^#\/\$defs\//, '') : undefined
    const target = name === undefined ? node : own(schema.$defs, name)
    if (!isObject(target)) return undefined
    return name === undefined ? {schema: target} : {name, schema: target}
  }
  const value = (type: FactType): FactType | undefined => follow(type.schema.additionalProperties)
  return {
    root: {schema},
    value,
    part: (type, name) => {
      const known = follow(own(type.schema.properties, name))
      if (known) return {type: known, free: false, always: requiredOf(type).includes(name)}
      const any = value(type)
      return any && {type: any, free: true, always: false}
    },
    names: type => (isObject(type.schema.properties) ? Object.keys(type.schema.properties) : []),
    item: type => follow(type.schema.items),
  }
}

export function requiredOf(type: FactType): readonly string[] {
  return isStrings(type.schema.required) ? type.schema.required : []
}

/** Whether the fact is accused as itself, for it has a position. */
export function hasPosition(type: FactType): boolean {
  return own(type.schema.properties, 'position') !== undefined
}

/** What the keywords of JSON Schema call the type of a fact; undefined where the facts' schema leaves it open. */
export function subjectOf(type: FactType): Subject | undefined {
  const {type: name, enum: values} = type.schema
  if (name === 'integer' || name === 'number') return 'number'
  if (name === 'object' || name === 'array' || name === 'string') return name
  if (Array.isArray(values) && values.every(value => typeof value === 'string')) return 'string'
  return name === 'boolean' ? 'any' : undefined
}

/** How a fact's type reads in a message. */
export function typeWords(type: FactType): string {
  const words: Record<string, string> = {
    array: 'a list',
    boolean: 'true or false',
    integer: 'a number',
    object: 'an object',
  }
  return (typeof type.schema.type === 'string' ? words[type.schema.type] : undefined) ?? 'a text'
}
