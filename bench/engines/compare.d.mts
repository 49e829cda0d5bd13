import type {Nodes} from 'mdast'

export function difference(left: Nodes, right: Nodes, path?: string): string | undefined

export function shortest(text: string, holds: (text: string) => boolean): string
