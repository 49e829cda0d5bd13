// What figures depend on, apart from the code that is measured.
import {execFileSync} from 'node:child_process'
import {readFileSync} from 'node:fs'
import {cpus, totalmem} from 'node:os'
import {fileURLToPath} from 'node:url'
import {bareEnvironment} from './environment.mjs'

const project = fileURLToPath(new URL('../../../', import.meta.url))

export function machine() {
  return {
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memory: `${Math.round(totalmem() / 1024 ** 3)} GiB`,
    system: `${process.platform} ${process.arch}`,
  }
}

export function versions() {
  const {version} = JSON.parse(readFileSync(`${project}package.json`, 'utf8'))
  const git = execFileSync('git', ['--version'], {encoding: 'utf8'}).trim().replace('git version ', '')
  return {specwright: `${version}${commitOf()}`, node: process.version.slice(1), git}
}

// A package has no repository around it.
function commitOf() {
  try {
    const options = {cwd: project, encoding: 'utf8', env: bareEnvironment(), stdio: ['ignore', 'pipe', 'ignore']}
    return ` (${execFileSync('git', ['rev-parse', '--short=10', 'HEAD'], options).trim()})`
  } catch {
    return ''
  }
}
