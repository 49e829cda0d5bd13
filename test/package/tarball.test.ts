import {execFileSync, spawnSync} from 'node:child_process'
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {folder, repository} from '../support/folders.js'
import {npm, pack, project} from '../support/package.js'

test('the packed package installs, runs, and has types', {timeout: 180_000}, () => {
  const root = folder({
    'package.json': '{"name": "user", "private": true, "type": "module"}',
    'use.mjs': `import {lint} from 'specwright'
      const report = await lint('', {path: 'specs/a.md'})
      console.log(report.messages.map(message => message.ruleId).join())`,
    'use.ts': `import {lint, type FileReport} from 'specwright'
      import specwright from 'specwright/remark'
      export const report: Promise<FileReport> = lint('# A')
      export const plugin: typeof specwright = specwright`,
  })
  const {tarball, files} = pack(root)
  const published = new Set(files.map(path => path.split('/')[0]))
  expect([...published].sort()).toEqual([
    'CHANGELOG.md',
    'LICENSE',
    'README.md',
    'bin',
    'completion',
    'dist',
    'examples',
    'man',
    'package.json',
    'schema',
    'templates',
  ])

  npm(root, 'install', '--no-audit', '--no-fund', '--ignore-scripts', tarball)
  expect(execFileSync(process.execPath, ['use.mjs'], {cwd: root, encoding: 'utf8'}).trim()).toBe('empty-document')

  const tsc = join(project, 'node_modules', 'typescript', 'bin', 'tsc')
  const typed = spawnSync(
    process.execPath,
    [tsc, '--noEmit', '--strict', '--module', 'nodenext', '--types', '', 'use.ts'],
    {cwd: root, encoding: 'utf8'},
  )
  expect(typed.stdout).toBe('')

  const bin = join(root, 'node_modules', 'specwright', 'bin', 'spec.js')
  const work = repository({'research/sorting.md': '# Sorting parcels\n\n## Open Questions\n\n- [ ] Why by hand?\n'})
  const spec = (...args: string[]) => spawnSync(process.execPath, [bin, ...args], {cwd: work, encoding: 'utf8'})
  expect(spec('scaffold', 'Sorting Parcels', '--date', '2026-01-02').status).toBe(0)
  expect(readFileSync(join(work, 'specs/2026-01-02-sorting-parcels.md'), 'utf8')).toContain('Why by hand?')
  const linted = spec('lint')
  expect(linted.stderr + linted.stdout).toContain('specs/2026-01-02-sorting-parcels.md')
  expect(linted.status).toBe(0)
  expect(spec('completion', 'bash').stdout).toContain('complete -F')
  expect(spec('__complete', '=lin').stdout).toMatch(/^words\nlint\t/)
  expect(spec('--version').stdout.trim()).toBe(
    (JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as {version: string}).version,
  )
})
