import {spawn, spawnSync} from 'node:child_process'
import {chmodSync, existsSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {onTestFinished} from 'vitest'
import {bareEnvironment, folder} from '../support/folders.js'

const project = fileURLToPath(new URL('../..', import.meta.url))

/** The script for a shell, as the package brings it. */
export const scriptOf = (name: string): string => join(project, 'completion', name)

/** How a shell is started, so that nobody's settings but our script are read. */
export interface Shell {
  name: string
  start: string
  /** Files in its home, and variables. */
  home: (script: string) => Record<string, string>
  env: (home: string) => Record<string, string>
}

export const SHELLS: readonly Shell[] = [
  {
    name: 'bash',
    start: 'bash --noprofile --rcfile "$HOME/.bashrc" -i',
    home: () => ({'.bashrc': `PS1='$ '\nsource '${scriptOf('spec.bash')}'\n`}),
    env: () => ({}),
  },
  {
    name: 'zsh',
    start: 'zsh -d -i',
    home: () => ({
      '.zshrc': `unsetopt zle_bracketed_paste\nautoload -Uz compinit\ncompinit -u -D\nsource '${scriptOf('_spec')}'\n`,
    }),
    env: home => ({ZDOTDIR: home}),
  },
  {
    name: 'zsh with a file in $fpath',
    start: 'zsh -d -i',
    home: () => ({
      '.zshrc': 'fpath=($ZDOTDIR/functions $fpath)\nautoload -Uz compinit\ncompinit -u -D\n',
      'functions/_spec': readFileSync(scriptOf('_spec'), 'utf8'),
    }),
    env: home => ({ZDOTDIR: home}),
  },
  {
    name: 'fish',
    start: 'fish -i',
    home: () => ({
      '.config/fish/completions/spec.fish': readFileSync(scriptOf('spec.fish'), 'utf8'),
      '.config/fish/config.fish': 'set fish_greeting\n',
      // Where this is there, fish does not begin to read all man pages of the machine.
      '.data/fish/generated_completions/none.fish': '',
    }),
    env: home => ({XDG_CONFIG_HOME: join(home, '.config'), XDG_DATA_HOME: join(home, '.data')}),
  },
]

/** Whether a shell is there, and what gives it a terminal. */
export function hasShell({start}: Shell): boolean {
  const there = (name: string) => spawnSync('sh', ['-c', `command -v ${name}`]).status === 0
  // The options of "script" are not the same on other systems.
  return process.platform === 'linux' && there('script') && there(start.split(' ')[0] ?? '')
}

/** Types lines into an interactive shell on a terminal, in a folder, each with Enter; gives the arguments that "spec" was run with. */
export async function typed(shell: Shell, cwd: string, lines: readonly string[]): Promise<string[][]> {
  const home = folder(shell.home(shell.name))
  const out = join(home, 'arguments')
  const bin = folder({
    // Tab asks the real one; what is run in the end only tells its arguments.
    spec: `#!/bin/sh
if [ "$1" = __complete ]; then exec '${process.execPath}' '${join(project, 'bin', 'spec.js')}' "$@"; fi
for argument; do printf '%s\\0' "$argument"; done >> '${out}'
echo >> '${out}'
`,
  })
  chmodSync(join(bin, 'spec'), 0o755)
  const {PATH} = bareEnvironment()
  const child = spawn('script', ['--quiet', '--return', '--command', shell.start, '/dev/null'], {
    cwd,
    env: {PATH: `${bin}:${PATH}`, HOME: home, TERM: 'xterm', LANG: 'C.UTF-8', SHELL: '/bin/sh', ...shell.env(home)},
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  let screen = ''
  child.stdout.on('data', chunk => {
    screen += chunk
  })
  const done = new Promise<void>(resolve => child.on('close', () => resolve()))
  // Each line is read when the one before has been run.
  child.stdin.write([...lines, 'exit', ''].join('\r'))
  await done
  if (!existsSync(out)) throw new Error(`"spec" was not run. On the screen: ${JSON.stringify(screen)}`)
  const runs = readFileSync(out, 'utf8').split('\n').slice(0, -1)
  return runs.map(run => run.split('\0').slice(0, -1))
}

/** A workspace with names that a shell would run, expand or take apart if they were not quoted. */
export function oddWorkspace(): string {
  const root = folder({
    'spec.config.yaml': 'kinds:\n  note: {files: notes/*.md, template: form.md, schema: note.yaml}\n',
    'form.md': '# [Title]\n\n## A\n',
    'note.yaml': `$ref: specwright:core
$defs:
  note-shape: {title: 'A: b; "$(touch pwned)" \`touch pwned\`', description: x., severity: info, message: x, required: [title]}
`,
    'specs/a file $(touch pwned) it\'s "x" `touch pwned`.md': '',
    'specs/plain.md': '',
    'some folder/x.md': '',
  })
  writeFileSync(join(root, 'notes.txt'), '')
  return root
}
