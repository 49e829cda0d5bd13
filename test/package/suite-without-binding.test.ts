import {spawnSync} from 'node:child_process'
import {cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {expect, test} from 'vitest'
import {folder} from '../support/folders.js'
import {copyProject, project, userEnvironment} from '../support/package.js'

// What is told of a document, and done to it, and how the command begins; what else is tested has to do with Markdown by these alone.
const SUITES = ['test/facts', 'test/fixes', 'test/lint', 'test/markdown', 'test/start/builtins.test.ts']

test('without the native binding the library passes its tests', {timeout: 1_200_000}, () => {
  const beside = folder()
  const [root, shared] = [join(beside, 'project'), join(project, '../shared')]
  symlinkSync(shared, join(beside, 'shared'))
  copyProject(root, 'src/generated', 'dist')
  installWithoutBinding(join(root, 'node_modules'))

  const report = join(beside, 'report.json')
  const runner = join(root, 'node_modules/vitest/vitest.mjs')
  const args = ['run', '--root', root, '--maxWorkers', '1', '--reporter=json', '--outputFile', report, ...SUITES]
  const {status} = spawnSync(process.execPath, [runner, ...args], {
    cwd: root,
    encoding: 'utf8',
    env: userEnvironment(),
    maxBuffer: 2 ** 30,
  })
  const {numPassedTests, numFailedTests, numPendingTests, testResults} = JSON.parse(
    readFileSync(report, 'utf8'),
  ) as Report
  const failed = testResults.flatMap(({assertionResults}) =>
    assertionResults.filter(({status: outcome}) => outcome === 'failed').map(({fullName}) => fullName),
  )
  expect({failed, numFailedTests, status}).toEqual({failed: [], numFailedTests: 0, status: 0})
  expect(numPassedTests).toBeGreaterThan(2000)
  // Those that ask for it by name. Else it was found after all.
  expect(numPendingTests).toBeGreaterThan(0)
})

interface Report {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  testResults: {assertionResults: {status: string; fullName: string}[]}[]
}

/** The project's packages, but for those of the binding; what would load it is copied, for it would look beside itself. */
function installWithoutBinding(into: string): void {
  const from = join(project, 'node_modules')
  for (const name of readdirSync(from)) {
    if (name === '@bruits') continue
    const target = join(into, name)
    mkdirSync(dirname(target), {recursive: true})
    if (name === 'satteri') cpSync(join(from, name), target, {recursive: true})
    else symlinkSync(join(from, name), target)
  }
}
