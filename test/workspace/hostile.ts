import {execFileSync} from 'node:child_process'
import {mkdirSync, readdirSync, rmSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {bareEnvironment, folder, git, repository} from '../support/folders.js'

/** Programs that leave a file when they run. */
export interface Canaries {
  /** Path of a program; without it no one is told apart. */
  program(name: string): string
  /** Names of those that have run since the last call, sorted. */
  ran(): string[]
}

export function canaries(): Canaries {
  const root = folder()
  mkdirSync(join(root, 'ran'))
  return {
    program: name => {
      const path = join(root, name)
      mkdirSync(dirname(path), {recursive: true})
      writeFileSync(path, `#!/bin/sh\ntouch '${join(root, 'ran', name.replaceAll('/', '-'))}'\n`, {mode: 0o755})
      return path
    },
    ran: () => {
      const names = readdirSync(join(root, 'ran')).sort()
      for (const name of names) rmSync(join(root, 'ran', name))
      return names
    },
  }
}

const HOOKS = [
  'applypatch-msg',
  'commit-msg',
  'fsmonitor-watchman',
  'post-applypatch',
  'post-checkout',
  'post-commit',
  'post-index-change',
  'post-merge',
  'post-receive',
  'post-rewrite',
  'post-update',
  'pre-applypatch',
  'pre-auto-gc',
  'pre-commit',
  'pre-merge-commit',
  'pre-push',
  'pre-rebase',
  'pre-receive',
  'prepare-commit-msg',
  'proc-receive',
  'push-to-checkout',
  'reference-transaction',
  'sendemail-validate',
  'update',
]

/**
 * A repository that runs a program wherever git lets one: settings, hooks, filters, and a partial clone whose missing file
 * would be fetched by a transport of its own. `file` is committed, changed in the work tree, and of `missing` the blob is gone.
 */
export function hostileRepository({program}: Canaries): string {
  const root = repository({
    'specs/2026-01-31-a.md': '# A\n',
    'specs/missing.md': '# Missing\n',
    'research/r.md': '# R\n',
    '.mailmap': 'Ada Lovelace <ada@example.org>\n',
    '.gitattributes': '* filter=canary diff=canary merge=canary\n',
    CODEOWNERS: '* @owner\n',
  })
  signLastCommit(root)
  const blob = git(root, 'rev-parse', 'HEAD:specs/missing.md').trim()
  writeFileSync(join(root, 'specs/2026-01-31-a.md'), '# Changed\n')
  writeFileSync(join(root, '.git/info/attributes'), '* filter=canary diff=canary\n')
  for (const hook of HOOKS) writeHook(join(root, '.git/hooks'), hook, program(`hook-${hook}`))
  for (const hook of HOOKS) writeHook(join(root, '.hooks'), hook, program(`hooksPath-${hook}`))
  writeFileSync(
    join(root, '.included'),
    `[diff]\n\texternal = ${program('includeIf')}\n[core]\n\tfsmonitor = ${program('fsmonitor')}\n`,
  )
  writeFileSync(join(root, '.git/config'), settings(root, program), {flag: 'a'})
  rmSync(join(root, '.git/objects', blob.slice(0, 2), blob.slice(2)))
  return root
}

function settings(root: string, program: (name: string) => string): string {
  const aliases = ['config', 'rev-parse', 'check-mailmap', 'log', 'show', 'canary']
  const pagers = ['config', 'log', 'show', 'diff', 'blame', 'rev-parse', 'ls-tree']
  return `
[core]
	repositoryformatversion = 1
	fsmonitor = ${program('fsmonitor')}
	hooksPath = ${join(root, '.hooks')}
	sshCommand = ${program('sshCommand')}
	pager = ${program('pager')}
	editor = ${program('editor')}
	askPass = ${program('askPass')}
	gitProxy = ${program('gitProxy')}
	alternateRefsCommand = ${program('alternateRefs')}
[user]
	email = ada@example.org
[extensions]
	partialClone = origin
[includeIf "gitdir:**"]
	path = ${join(root, '.included')}
[gpg]
	program = ${program('gpg')}
[gpg "ssh"]
	program = ${program('gpg-ssh')}
	defaultKeyCommand = ${program('gpg-key')}
[gpg "x509"]
	program = ${program('gpg-x509')}
[log]
	showSignature = true
[commit]
	gpgSign = true
[diff]
	external = ${program('diff-external')}
	tool = canary
[diff "canary"]
	textconv = ${program('textconv')}
	command = ${program('diff-command')}
[merge "canary"]
	driver = ${program('merge')}
[filter "canary"]
	clean = ${program('clean')}
	smudge = ${program('smudge')}
[interactive]
	diffFilter = ${program('diffFilter')}
[sequence]
	editor = ${program('sequence-editor')}
[credential]
	helper = ${program('credential')}
[uploadpack]
	packObjectsHook = ${program('packObjectsHook')}
[protocol]
	allow = always
[protocol "ext"]
	allow = always
[protocol "file"]
	allow = always
[remote "origin"]
	url = ext::${program('transport')}
	promisor = true
	uploadpack = ${program('uploadpack')}
	receivepack = ${program('receivepack')}
[mailmap]
	blob = HEAD:specs/missing.md
[alias]
${aliases.map(name => `\t${name} = !${program(`alias-${name}`)}\n`).join('')}[pager]
${pagers.map(name => `\t${name} = ${program(`pager-${name}`)}\n`).join('')}`
}

function writeHook(path: string, name: string, program: string): void {
  mkdirSync(path, {recursive: true})
  writeFileSync(join(path, name), `#!/bin/sh\nexec ${program}\n`, {mode: 0o755})
}

// A signature that no one made: git asks the program whether it is good all the same.
function signLastCommit(root: string): void {
  const body = git(root, 'cat-file', 'commit', 'HEAD')
  const signature = 'gpgsig -----BEGIN PGP SIGNATURE-----\n \n iQ==\n -----END PGP SIGNATURE-----\n'
  const signed = body.replace(/\n\n/, `\n${signature}\n`)
  const options = {cwd: root, input: signed, encoding: 'utf8', env: bareEnvironment()} as const
  const hash = execFileSync('git', ['hash-object', '-t', 'commit', '-w', '--stdin'], options).trim()
  git(root, 'update-ref', 'HEAD', hash)
}

/** Variables by which a caller, or a hook that is under way, would lead git astray. */
export function hostileVariables({program}: Canaries): Record<string, string> {
  const other = repository({'x.md': ''}, {userName: 'Mallory'})
  git(other, 'config', 'core.fsmonitor', program('variable-other'))
  return {
    GIT_DIR: join(other, '.git'),
    GIT_WORK_TREE: other,
    GIT_COMMON_DIR: join(other, '.git'),
    GIT_OBJECT_DIRECTORY: join(other, '.git/objects'),
    GIT_INDEX_FILE: join(other, '.git/index'),
    GIT_NAMESPACE: 'other',
    GIT_CEILING_DIRECTORIES: '/',
    GIT_CONFIG_COUNT: '2',
    GIT_CONFIG_KEY_0: 'user.name',
    GIT_CONFIG_VALUE_0: 'Mallory',
    GIT_CONFIG_KEY_1: 'core.fsmonitor',
    GIT_CONFIG_VALUE_1: program('variable-config'),
    GIT_CONFIG_PARAMETERS: "'user.name'='Mallory'",
    GIT_CONFIG_GLOBAL: join(other, '.git/config'),
    GIT_CONFIG_SYSTEM: join(other, '.git/config'),
    GIT_CONFIG: join(other, '.git/config'),
    GIT_EXEC_PATH: dirname(program('exec/git-config')),
    GIT_EXTERNAL_DIFF: program('variable-diff'),
    GIT_SSH_COMMAND: program('variable-ssh'),
    GIT_PROXY_COMMAND: program('variable-proxy'),
    GIT_PAGER: program('variable-pager'),
    GIT_EDITOR: program('variable-editor'),
    GIT_ASKPASS: program('variable-askpass'),
    GIT_ALLOW_PROTOCOL: 'ext:file:ssh',
    GIT_TRACE: join(other, 'trace'),
    GIT_TRACE2_EVENT: join(other, 'trace2'),
  }
}
