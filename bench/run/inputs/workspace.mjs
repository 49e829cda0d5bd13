// Inputs: the same documents in a git repository and in a plain folder.
import {linkSync, mkdirSync, readdirSync, statSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {makeRepository} from './history.mjs'
import {copyAt} from './vary.mjs'

/**
 * @typedef {object} Input
 * @property {string} repository root of the documents in a git repository
 * @property {string} folder root of the same documents (links to the same bytes) without git
 * @property {number} files specs; research lies beside and is not counted
 * @property {number} bytes of the specs
 * @property {string} commit what the repository has come to: equal where the input is
 */

/**
 * @param {string} root a folder that is not there yet
 * @param {{specs: {path: string, text: string}[], research: {path: string, text: string}[]}} corpus
 * @returns {Promise<Input>}
 */
export function makeCopies(root, corpus, count, seed) {
  return make(root, corpus.research, {count, at: index => copyAt(corpus.specs, index, seed)})
}

/** @returns {Promise<Input>} */
export function makeDocuments(root, corpus, documents) {
  return make(root, corpus.research, {count: documents.length, at: index => documents[index]})
}

async function make(root, research, specs) {
  const [repository, folder] = [join(root, 'repository'), join(root, 'folder')]
  const commit = await makeRepository(repository, research, specs)
  linkAll(repository, folder)
  const paths = readdirSync(join(folder, 'specs')).map(name => join(folder, 'specs', name))
  const bytes = paths.reduce((sum, path) => sum + statSync(path).size, 0)
  return {repository, folder, files: paths.length, bytes, commit}
}

function linkAll(from, to) {
  mkdirSync(to, {recursive: true})
  for (const entry of readdirSync(from, {withFileTypes: true})) {
    if (entry.name === '.git') continue
    if (entry.isDirectory()) linkAll(join(from, entry.name), join(to, entry.name))
    else linkSync(join(from, entry.name), join(to, entry.name))
  }
}

const RULE = {
  title: 'Section 8 has a test plan',
  severity: 'warning',
  message: 'Missing "{missing}", expected it here',
  properties: {
    sections: {
      properties: {'migration-rollout-and-testing': {properties: {sections: {required: ['test-plan']}}}},
    },
  },
}

/** Writes a schema of one's own that builds on the shipped one. Another `round` is another content to any cache. */
export function writeSchema(file, round) {
  const schema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $ref: 'specwright:rfc',
    $defs: {'missing-test-plan': {...RULE, description: `Nobody approves what nobody will test. (${round})`}},
  }
  mkdirSync(dirname(file), {recursive: true})
  writeFileSync(file, `${JSON.stringify(schema, null, 2)}\n`)
}
