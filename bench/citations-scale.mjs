// How time and memory grow with the number of citations of source code: makes real repositories with 1,000 and 10,000 of them
// (20 to a document, a history of moves and edits), and reads each in a process of its own, the two by turns.
//
//   npm run build && node bench/citations-scale.mjs [--runs N] [COUNT…]
import {execFileSync, spawnSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'

const PER_DOCUMENT = 20
const SPEC = fileURLToPath(new URL('../bin/spec.js', import.meta.url))
const args = process.argv.slice(2)

function compare() {
  const at = args.indexOf('--runs')
  const runs = at < 0 ? 3 : Number(args[at + 1])
  const counts = args.filter((_, index) => at < 0 || (index !== at && index !== at + 1)).map(Number)
  const sizes = counts.length > 0 ? counts : [1000, 10_000]
  const folders = sizes.map(make)
  try {
    const results = sizes.map(() => [])
    for (let run = 0; run < runs; run++)
      for (const [index, folder] of folders.entries()) results[index].push(measure(folder))
    for (const [index, size] of sizes.entries()) {
      const [seconds, mebibytes] = ['seconds', 'mebibytes'].map(name =>
        median(results[index].map(result => result[name])),
      )
      console.log(
        `${size} citations: ${seconds.toFixed(2)} s, ${((seconds / size) * 1e6).toFixed(0)} µs each, peak ${mebibytes.toFixed(0)} MiB`,
      )
    }
  } finally {
    for (const folder of folders) rmSync(folder, {recursive: true, force: true})
  }
}

// Tells at the end of a process how much memory it took at most.
const PEAK = "process.on('exit', () => console.error('peak ' + process.resourceUsage().maxRSS))"

// The command itself.
function measure(folder) {
  const {NODE_EXTRA_CA_CERTS: _, ...env} = process.env
  const hook = `data:text/javascript,${encodeURIComponent(PEAK)}`
  const started = performance.now()
  const options = {env, encoding: 'utf8', maxBuffer: 1 << 28}
  const {stderr} = spawnSync(process.execPath, ['--import', hook, SPEC, 'lint', '--root', folder], options)
  const seconds = (performance.now() - started) / 1000
  const [, peak] = /peak (\d+)$/.exec(stderr.trim()) ?? []
  if (peak === undefined) throw new Error(stderr)
  return {seconds, mebibytes: Number(peak) / 1024}
}

/** A repository with this many citations: a third as cited, a third moved by later edits, a third in files renamed since. */
function make(count) {
  const root = mkdtempSync(join(tmpdir(), 'specwright-bench-'))
  const write = (path, text) => {
    mkdirSync(dirname(join(root, path)), {recursive: true})
    writeFileSync(join(root, path), text)
  }
  const git = (...words) => execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@b.c', ...words], {cwd: root})
  git('init', '--quiet')
  const files = Math.ceil(count / 10)
  const functions = file =>
    Array.from({length: 40}, (_, n) => `export function f${file}x${n}() {\n  return ${n}\n}\n`).join('\n')
  for (let file = 0; file < files; file++) write(`src/m${file % 50}/file${file}.ts`, functions(file))
  git('add', '--all')
  git('commit', '--quiet', '-m', 'code')
  for (let document = 0; document * PER_DOCUMENT < count; document++) {
    const lines = Array.from({length: PER_DOCUMENT}, (_, n) => {
      const file = (document * PER_DOCUMENT + n * 7) % files
      const from = (n % 40) * 4 + 1
      return `- \`f${file}x${n % 40}()\` (\`src/m${file % 50}/file${file}.ts:${from}-${from + 2}\`) returns a number.`
    })
    write(
      `specs/2026-01-15-spec-${document}.md`,
      `# Spec ${document}\n\n## 2. Context and Motivation\n\n${lines.join('\n')}\n`,
    )
  }
  git('add', '--all')
  git('commit', '--quiet', '-m', 'specs')
  for (let file = 0; file < files; file += 3) write(`src/m${file % 50}/file${file}.ts`, `// New\n\n${functions(file)}`)
  for (let file = 1; file < files; file += 3)
    git('mv', `src/m${file % 50}/file${file}.ts`, `src/m${file % 50}/renamed${file}.ts`)
  git('add', '--all')
  git('commit', '--quiet', '-m', 'later')
  return root
}

function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]
}

compare()
