import {test} from 'vitest'
import {loadSatteri} from '../../src/markdown/engines/satteri.js'
import {ENGINES, type EngineName} from '../../src/markdown/index.js'

/** Whether the native engine can be had on this machine: where its binding is not installed, what asks for it by name is skipped. */
export const hasNative = !(loadSatteri() instanceof Error)

if (!hasNative) console.warn('The binding of satteri is not installed: tests that ask for it by name are skipped.')

/** The engines that are there. */
export const engines: readonly EngineName[] = ENGINES.filter(name => name === 'remark' || hasNative)

/** A test that asks for the native engine. */
export const testNative = test.skipIf(!hasNative)
