/** An RFC without an error: everything required is there, though little is said. */
export const sound = `# Search Technical Design Document / RFC

| Document Metadata | Details |
| --- | --- |
| Author(s) | Ada Example |
| Status | Draft (WIP) |
| Team / Owner | Reading Room |
| Created / Last Updated | 2026-01-15 |

## 1. Executive Summary

Readers find books by a word of the title.

## 2. Context and Motivation

### 2.1 Current State

A paper card for each book (https://example.org/cards).

### 2.2 The Problem

Nobody finds anything.

## 3. Goals and Non-Goals

### 3.1 Functional Goals

- [ ] A reader finds a book by one word

### 3.2 Non-Goals (Out of Scope)

- [ ] Search in the text of books

## 4. Proposed Solution (High-Level Design)

\`\`\`mermaid
graph LR
  reader --> index
\`\`\`

## 5. Detailed Design

One table of words (https://example.org/words).

## 6. Alternatives Considered

| Option | Pros | Cons | Reason for Rejection |
| --- | --- | --- | --- |
| Cards | There | Slow | Slow |
| Index | Fast | New | Selected |

## 7. Cross-Cutting Concerns

Titles are public.

## 8. Migration, Rollout, and Testing

In one go.

## 9. Open Questions / Unresolved Issues

- [ ] Which languages?
`

/** The same with one error, in line 6: the status. */
export const faulty = sound.replace('Draft (WIP)', 'Drfat')

/** The same with a warning and no error: a machine for its author. */
export const doubtful = sound.replace('Ada Example', 'Developer')
