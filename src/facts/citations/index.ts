export {collectCitations} from './collect.js'
export {questionsOfCitations} from './questions.js'
export {resolveCitations} from './resolve.js'
export type {Candidate, CitationContext, CitationDraft, CitedDocument} from './types.js'
