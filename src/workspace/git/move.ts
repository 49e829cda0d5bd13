import type {GitAnswer, GitBytes} from './run.js'

/**
 * Gives a tracked file, from the top, another path, on the disk and in the index. Whoever writes an index compares files that
 * changed in the very moment of its last writing, through the filters that the repository has for them: these are switched off.
 * What a filter makes of such a file is compared by the next to ask.
 */
export async function moveTracked(git: GitBytes, from: string, to: string): Promise<GitAnswer<Buffer>> {
  const {stdout} = await git('config', '-z', '--name-only', '--get-regexp', '^filter\\.')
  const names = new Set([...stdout.toString().matchAll(/filter\.([^\0]*)\.[^.\0]*\0/g)].map(([, name = '']) => name))
  const strange = [...names].find(name => name.includes('='))
  if (strange !== undefined)
    return {outcome: 'failed', stdout: Buffer.alloc(0), stderr: `the filter "${strange}" cannot be switched off`}
  const off = [...names].flatMap(name =>
    ['clean=', 'smudge=', 'process=', 'required=false'].flatMap(setting => ['-c', `filter.${name}.${setting}`]),
  )
  return git(...off, 'mv', '--', from, to)
}
