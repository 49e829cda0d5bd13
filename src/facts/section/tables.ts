import {within} from '../reading/lists.js'
import {tables as allTables} from '../tables.js'
import type {Table} from '../types.js'
import type {SectionFact} from './types.js'

export const tables: SectionFact<Table[]> = document => section => within(allTables(document), section)
