import {readFileSync} from 'node:fs'
import {expect, test} from 'vitest'
import {validateXML} from 'xmllint-wasm'
import {contextOf, message, printed, rangeOf, reportOf, sample} from './support.js'

// No package carries a schema of what CI services read: this one says what their documentation names, and nothing else.
const schema = readFileSync(new URL('schemas/junit.xsd', import.meta.url), 'utf8')
const faults = async (contents: string) =>
  (await validateXML({xml: [{fileName: 'report.xml', contents}], schema: [schema]})).errors

const text = printed('junit', sample.report, contextOf(sample.sources))

test('a suite for each file, a test for each message; what does not fail the run has passed, with its words as output', () => {
  expect(text).toBe(`\
<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="specwright" tests="6" failures="1" errors="1">
  <testsuite name="specs/a.md" tests="4" failures="1" errors="0" skipped="1">
    <properties>
      <property name="excepted" value="2"/>
    </properties>
    <testcase name="unknown-status: Unexpected status &#34;Drfat&#34;, expected one of the six" classname="specs/a.md" file="specs/a.md" line="1">
      <system-out>Unexpected status &#34;Drfat&#34;, expected one of the six
Did you mean &#34;Draft (WIP)&#34;?
Begin the cell with one of the statuses
warning unknown-status at 1:9</system-out>
    </testcase>
    <testcase name="dead-citation: Unexpected citation of &#34;gone.md&#34;, expected a document that exists" classname="specs/a.md" file="specs/a.md" line="2">
      <failure message="Unexpected citation of &#34;gone.md&#34;, expected a document that exists" type="error">Unexpected citation of &#34;gone.md&#34;, expected a document that exists
error dead-citation at 2:12
https://example.org/docs/rules/dead-citation.md</failure>
    </testcase>
    <testcase name="root-relative-link: Unexpected link" classname="specs/a.md" file="specs/a.md" line="2">
      <system-out>Unexpected link
Fix: Write both links anew (--fix)
info root-relative-link at 2:20</system-out>
    </testcase>
    <testcase name="skipped: Cited code" classname="specs/a.md" file="specs/a.md">
      <skipped message="no git"/>
    </testcase>
  </testsuite>
  <testsuite name="specs/b.md" tests="1" failures="0" errors="1" skipped="0">
    <testcase name="not-checked" classname="specs/b.md" file="specs/b.md">
      <error message="Not checked: The file is too large" type="not-checked"/>
    </testcase>
  </testsuite>
  <testsuite name="specs/c.md" tests="1" failures="0" errors="0" skipped="0">
    <testcase name="no problems" classname="specs/c.md" file="specs/c.md"/>
  </testsuite>
</testsuites>
`)
})

test('libxml2 holds it against the schema', async () => {
  expect(await faults(text)).toEqual([])
  expect(await faults(printed('junit', reportOf([]), contextOf({})))).toEqual([])
  expect(await faults(text.replace(' tests="6"', ''))).not.toEqual([])
  expect(await faults(text.replace('<error ', '<warning '))).not.toEqual([])
})

test('what fails the run is a failure', () => {
  const strict = printed('junit', sample.report, contextOf(sample.sources, {fails: severity => severity !== 'info'}))
  expect(strict).toContain('<testsuites name="specwright" tests="6" failures="2" errors="1">')
  expect(strict).toContain('type="warning"')
  expect(printed('junit', sample.report, contextOf({}, {fails: () => false}))).toContain('failures="0" errors="1"')
})

test('equal messages are tests of their own, and keep their names when lines shift', () => {
  const found = message(rangeOf('x', 'x'), {reason: 'No'})
  const names = printed('junit', reportOf([{messages: [found, found]}]), contextOf({})).match(/testcase name="[^"]*"/g)
  expect(names).toEqual(['testcase name="dead-citation: No"', 'testcase name="dead-citation: No (2)"'])
})
