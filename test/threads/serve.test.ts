import {once} from 'node:events'
import {readdirSync, statSync, utimesSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {MessageChannel} from 'node:worker_threads'
import {afterEach, describe, expect, test} from 'vitest'
import {type Isolation, type LintFilesOptions, lintFiles} from '../../src/lint/index.js'
import {work} from '../../src/main.js'
import {startThread} from '../../src/start/thread-door.js'
import {answersFor} from '../../src/threads/answers.js'
import {jobOf} from '../../src/threads/job.js'
import type {FromThread, ToThread} from '../../src/threads/messages.js'
import {Sent} from '../../src/threads/shared.js'
import {faulty, sound} from '../cli/documents.js'
import {folder, repository} from '../support/folders.js'

/** What a thread does, done here: its port's other end checks the documents of a run, and tells what was asked for each. */
function served() {
  const {port1: port, port2: theirs} = new MessageChannel()
  const post = (message: ToThread): void => port.postMessage(message)
  const sent = new Sent()
  const asked: string[] = []
  let ready = once(port, 'message').then(([message]) => expect(message).toEqual({type: 'ready'}))
  let isEnded = false
  void work(theirs, () => {
    isEnded = true
  })
  const isolation: Isolation = {
    count: 1,
    fromDocuments: 1,
    fromLength: 0,
    check: apart => {
      const answers = answersFor(apart, sent)
      const found = ready.then(async () => {
        post({type: 'job', job: jobOf(apart, sent)})
        for (;;) {
          const [message]: [FromThread] = await (once(port, 'message') as Promise<[FromThread]>)
          if (message.type === 'done') return answers.found(message.done)
          if (message.type === 'ready') throw new Error('It began twice')
          expect(message.worked).toBeGreaterThanOrEqual(0)
          asked.push(message.what)
          post(
            await answers.answer(message.what, message.asked).then(
              (answer): ToThread => ({type: 'answer', answer}),
              (): ToThread => ({type: 'failed'}),
            ),
          )
        }
      })
      // One after the other, as a thread is given them.
      ready = found.then(() => undefined)
      return found
    },
    lacking: () => undefined,
    close: async () => {
      post({type: 'end'})
      await once(port, 'close')
    },
  }
  return {isolation, asked, isEnded: () => isEnded}
}

async function lintServed({paths = [], ...options}: LintFilesOptions & {paths?: readonly string[]}) {
  const {isolation, asked, isEnded} = served()
  const report = await lintFiles(paths, {...options, threads: isolation}).finally(isolation.close)
  return {report, asked, isEnded: isEnded()}
}

const page =
  '# Specs\n\n<!-- spec-list: begin -->\n\n| Spec | Status |\n| --- | --- |\n| [A](a.md) | Draft |\n\n<!-- spec-list: end -->\n'
const files = {
  'spec.config.yaml': 'specs: [specs]\nresearch: [notes]\nrules: {residue: error}\n',
  'specs/a.md': `${faulty}\nSee [b](b.md#none), [it](../notes/n.md) and \`src/a.ts:3\`.\n`,
  'specs/b.md': sound,
  'specs/README.md': page,
  'notes/n.md': '# Notes\n',
  'src/a.ts': 'a\n',
}
const own = {
  'spec.config.yaml': `${files['spec.config.yaml']}kinds:\n  adr:\n    files: docs/*.md\n    template: adr.md\n`,
  'adr.md': '# Decision\n\n## Context\n\n## Outcome\n',
  'docs/1.md': '# One\n\n## Contxt\n',
}
const schema = {
  path: 'team.json',
  text: JSON.stringify({
    $ref: 'specwright:rfc',
    $defs: {
      'few-titles': {
        title: 'A',
        description: 'A',
        severity: 'warning',
        message: 'Unexpected "{value}"',
        properties: {title: {properties: {text: {maxLength: 2}}}},
      },
    },
  }),
}

describe('what a thread finds is what is found without', () => {
  test.each([
    ['of documents and of a page that lists them', {}, ['look', 'history', 'listed', 'read']],
    ['with a schema of the user', {schema, research: true}, ['get', 'put', 'look', 'listed']],
    [
      'with severities of the caller',
      {severities: {'missing-title': 'off', 'empty-document': 'info'}} as const,
      ['look'],
    ],
  ])('%s', async (_name, options, expected) => {
    const root = repository({...files, ...own})
    const alone = await lintFiles([], {...options, root, cwd: root})
    const {report, asked, isEnded} = await lintServed({...options, root, cwd: root})
    expect(report).toEqual(alone)
    expect(report.summary.errors).toBeGreaterThan(0)
    expect(asked).toEqual(expect.arrayContaining(expected))
    expect(isEnded).toBe(true)
  })

  test('facts too, where they are wanted', async () => {
    const root = folder(files)
    const factsOf = async (lint: (options: LintFilesOptions) => Promise<unknown>) => {
      const facts: unknown[] = []
      await lint({root, cwd: root, onFacts: (path, found) => void facts.push([path, found])})
      return facts
    }
    const found = await factsOf(lintServed)
    expect(found).toHaveLength(3)
    expect(found).toEqual(await factsOf(options => lintFiles([], options)))
  })
})

test('what the world cannot tell ends the check of that document alone', async () => {
  const root = folder({...files, 'specs/a.md': '# A\n\n[c](c/c.md)\n', 'specs/c/spec.config.yaml': 'nothing: 1\n'})
  const paths = ['specs/a.md', 'specs/b.md']
  const {report} = await lintServed({root, cwd: root, paths})
  expect(report).toEqual(await lintFiles(paths, {root, cwd: root}))
  expect(report.files.map(({status}) => status)).toEqual(['not-checked', 'checked'])
})

describe('a thread of the bundle', () => {
  const env = {...process.env}
  afterEach(() => {
    process.env = env
  })

  test('serves as that of the library does, and keeps its code when it ends, once', async () => {
    const home = folder()
    process.env = {...env, XDG_CACHE_HOME: home, SPEC_NO_CACHE: ''}
    const serve = async () => {
      const {port1, port2} = new MessageChannel()
      const ready = once(port1, 'message')
      await startThread(fileURLToPath(new URL('../../dist', import.meta.url)), 'digest', {port: port2, startedWith: []})
      expect(await ready).toEqual([{type: 'ready'}])
      port1.postMessage({type: 'end'} satisfies ToThread)
      await once(port1, 'close')
    }
    await serve()
    const code = join(home, 'specwright', 'code')
    const [name = '', ...others] = readdirSync(code)
    expect([name, others]).toEqual([expect.stringMatching(/^thread-.*\.bin$/), []])
    utimesSync(join(code, name), 1_700_000_000, 1_700_000_000)
    await serve()
    expect(readdirSync(code)).toEqual([name])
    expect(statSync(join(code, name)).mtimeMs).toBe(1_700_000_000_000)
  })

  test('does not begin where there is none', async () => {
    const {port1, port2} = new MessageChannel()
    await expect(startThread(folder(), 'digest', {port: port2, startedWith: []})).rejects.toThrow(
      /^ENOENT: .*spec\.cjs/,
    )
    port1.close()
  })
})
