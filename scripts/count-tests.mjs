// Prints the plain closing line of a test run, from the report of the runner itself.
import {readFileSync} from 'node:fs'

const report = JSON.parse(readFileSync(process.argv[2], 'utf8'))
const {numPassedTests: passed, numFailedTests: failed, numPendingTests: pending = 0, numTodoTests: todo = 0} = report
const broken = report.testResults.filter(file => file.status === 'failed' && file.assertionResults.length === 0).length
const skipped = pending + todo
console.log(`${passed} passed, ${failed + broken} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
if (passed === 0) process.exitCode = 1
