import {expect, test} from 'vitest'
import {run} from '../../src/cli.js'
import {canaries, hostileRepository, hostileVariables} from '../workspace/hostile.js'
import {cleanEnvironment} from '../workspace/support.js'

const COMMANDS = [
  ['research', 'missing'],
  ['scaffold', 'A New Spec', '--date', '2026-02-03'],
  ['scaffold', 'Another Spec', '--research', 'research/r.md', '--dry-run'],
  ['lint'],
  ['lint', '--research', '--format', 'json'],
  ['lint', 'specs/2026-01-31-a.md'],
  ['lint', '--since', 'HEAD'],
  ['lint', '--staged', '--since', 'HEAD', 'specs/2026-01-31-a.md'],
  ['lint', '--update-baseline'],
  ['facts', 'specs/2026-01-31-a.md'],
  ['status', 'specs/2026-01-31-a.md'],
  ['status', 'specs/2026-02-03-a-new-spec.md', 'in-review', '--force', 'a canary'],
]

test.each([false, true])(
  'nothing of a hostile repository runs during scaffold, research or lint (its variables too: %s)',
  async hostile => {
    const birds = canaries()
    const root = hostileRepository(birds)
    const env = {...cleanEnvironment(), ...(hostile ? hostileVariables(birds) : {})}
    birds.ran()
    const statuses: number[] = []
    let printed = ''
    const stream = {
      write: (text: string) => {
        printed += text
        return true
      },
    }
    for (const args of COMMANDS) statuses.push(await run(args, {cwd: root, env, stdout: stream, stderr: stream}))
    expect(statuses.filter(status => status !== 0 && status !== 1)).toEqual([])
    expect(printed).toContain('specs/2026-02-03-a-new-spec.md')
    expect(birds.ran()).toEqual([])
  },
)
