/** What became of one part of a document. */
export interface PartChange {
  /**
   * `renamed`: it bears the name of the new version. `added`: it was put in, empty, to be filled in. `renewed`: it held nothing but
   * the form of the old version, and holds that of the new one. `removed`: likewise, and the new one has none. `kept`: the new one
   * has none, or has it otherwise, and the author's words stay where they are. `optional`: the new one may have it, and the
   * document does not.
   */
  change: 'renamed' | 'added' | 'renewed' | 'removed' | 'kept' | 'optional'
  part: 'section' | 'row'
  /** Its heading or label: as it stood in the document; of one that was not there, as the template has it. */
  name: string
  /** Its new heading or label; of a part that was kept, what takes its place in the new version. */
  to?: string
  /** Why a part was kept. */
  reason?: string
}

/** An anchor of a heading that is another one now. */
export interface AnchorChange {
  from: string
  to: string
}

/** What a heading is called in words, its number or its title, where that is another one now. */
export interface HeadingChange {
  from: string
  to: string
}

/** Words that name a heading which is called otherwise now: they are the author's, and stay. */
export interface LeftReference {
  /** The line in the new text. */
  line: number
  text: string
  /** What the heading is called now, where that is known: its number or its title. */
  to?: string
}

/** What other documents cite of a document. */
export interface CitedFrom {
  /** Anchors, in lower case. */
  anchors: ReadonlySet<string>
}

/** A document as another version of its template has it. */
export interface Migrated {
  ok: true
  text: string
  /** The version that it was held to. */
  from: number
  parts: PartChange[]
  anchors: AnchorChange[]
  headings: HeadingChange[]
  left: LeftReference[]
}

export type Migration = Migrated | {ok: false; reason: string}
