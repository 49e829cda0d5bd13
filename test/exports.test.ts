import {expect, test} from 'vitest'

// What others build on. A name that is published stays; a new one is added here on purpose.
test('the package exports these names', async () => {
  expect(Object.keys(await import('../src/index.js')).sort()).toEqual([
    'ScaffoldError',
    'baselineText',
    'builtInKinds',
    'collectFacts',
    'fix',
    'lint',
    'lintFiles',
    'openThreads',
    'openWorkspace',
    'rankResearch',
    'readBaseline',
    'readResearch',
    'scaffold',
    'useEngine',
  ])
})

test('the plugin is the default export of its module', async () => {
  expect(Object.keys(await import('../src/remark.js'))).toEqual(['default'])
})
