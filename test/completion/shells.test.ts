import {readdirSync} from 'node:fs'
import {expect, test} from 'vitest'
import {hasShell, oddWorkspace, SHELLS, typed} from './shell.js'

// What is typed, Tabs among it, and what "spec" is run with in the end.
const LINES: [string, string[]][] = [
  ['spec lin\t', ['lint']],
  ['true && spec schema pr\t', ['schema', 'print']],
  ['X=1 spec lint --fail-on ne\t', ['lint', '--fail-on', 'never']],
  ['spec lint --kind "no\t', ['lint', '--kind', 'note']],
  ['spec schema ch\tx', ['schema', 'check', 'x']],
  ['spec lint --fail-\tnev\t', ['lint', '--fail-on', 'never']],
  ['spec lint --fail-on=ne\t', ['lint', '--fail-on=never']],
  ['spec lint --rule unset-v\toff', ['lint', '--rule', 'unset-value:off']],
  ['spec lint --rule unset-value:o\t', ['lint', '--rule', 'unset-value:off']],
  ['spec lint --rule=unset-v\tof\t', ['lint', '--rule=unset-value:off']],
  ['spec lint --kind no\t', ['lint', '--kind', 'note']],
  ['spec explain note-\t', ['explain', 'note-shape']],
  ['spec lint specs/a\t', ['lint', 'specs/a file $(touch pwned) it\'s "x" `touch pwned`.md']],
  ['spec lint specs/plain.md spec.con\t', ['lint', 'specs/plain.md', 'spec.config.yaml']],
  ['spec lint --schema=note.y\t', ['lint', '--schema=note.yaml']],
  ['spec --root some\t lint', ['--root', 'some folder/', 'lint']],
  // What the shell would run is not run to complete it, nor is what stands there a value to be taken apart.
  ['spec lint \'$(touch pwned)\' "a b" --fail-on n\t', ['lint', '$(touch pwned)', 'a b', '--fail-on', 'never']],
]

test.for(SHELLS.map(shell => [shell.name, shell] as const))('%s', {timeout: 300_000}, async ([name, shell], {skip}) => {
  if (!hasShell(shell)) skip(`${name}, or "script" of util-linux, is not there`)
  const root = oddWorkspace()
  const before = readdirSync(root)
  const runs = await typed(
    shell,
    root,
    LINES.map(([keys]) => keys),
  )
  // Whether a folder's slash stays is the shell's taste.
  const found = runs.map(run => run.map(argument => argument.replace(/^some folder$/, 'some folder/')))
  expect(found).toEqual(LINES.map(([, expected]) => expected))
  expect(readdirSync(root)).toEqual(before)
})
