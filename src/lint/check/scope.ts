import type {Template, TemplateSection} from '../../template/index.js'
import type {Definition, Names} from '../schema/names.js'
import type {Report} from '../schema/problems.js'
import type {Source} from '../schema/sources.js'
import type {FactType, FactTypes} from './fact-types.js'

/** Something in a constraint that can fail, and the fact that it would accuse. */
export interface Assertion {
  keyword: string
  item: FactType
}

/** What a walk along a rule's constraint needs everywhere. */
export interface Check {
  types: FactTypes
  names: Names
  template: Template | undefined
  /** Reports at a place of the schema that is checked; others' parts were checked when they were built. */
  reportIn(source: Source): Report
  assertions: Assertion[]
  /** References that were followed already, each for the facts that it was held against. */
  followed: Map<Definition, Here[]>
}

/** Where in a constraint and in the facts the walk stands. */
export interface Here {
  source: Source
  /** Segments of the JSON pointer in the source. */
  at: readonly string[]
  type: FactType
  /** The name by which the fact was reached, for messages. */
  name: string
  /** The nearest fact with a position: what a failure here accuses. */
  item: FactType
  /** On sections: what the template has there; undefined where any may stand. */
  siblings: readonly TemplateSection[] | undefined
  /** Which of them it is. */
  section: TemplateSection | undefined
  /** Whether failures here are not spoken of: in `if`, `not`, and where another keyword speaks for them. */
  silent: boolean
}
