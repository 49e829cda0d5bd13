// What the commands that are measured find around them: nothing of the machine's settings, nothing of the caller's.
import {mkdirSync} from 'node:fs'
import {dirname, join} from 'node:path'

// Few things pass, so NODE_EXTRA_CA_CERTS does not: it triples the time that Node takes to start, and so would hide all else.
const KEPT = ['TMPDIR', 'SystemRoot']

/**
 * @param {string} scratch a folder of the bench
 * @param {string} cache the name of a cache folder in it, for commands that share one
 */
export function environment(scratch, cache) {
  const home = join(scratch, 'home')
  mkdirSync(home, {recursive: true})
  return {
    ...kept(),
    PATH: `${dirname(process.execPath)}:${process.env.PATH}`,
    HOME: home,
    LANG: 'C.UTF-8',
    XDG_CACHE_HOME: join(scratch, 'cache', cache),
  }
}

/** For git, when inputs are made. */
export function bareEnvironment() {
  return {...kept(), PATH: process.env.PATH, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1'}
}

function kept() {
  return Object.fromEntries(KEPT.flatMap(name => (process.env[name] === undefined ? [] : [[name, process.env[name]]])))
}
