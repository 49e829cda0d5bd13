export const FAMILIES: Readonly<Record<string, (bytes: number) => string>>
export const SIZES: readonly number[]

interface HostileWorld {
  text: string
  files: Readonly<Record<string, string>>
}
export const WORLDS: Readonly<Record<string, (bytes: number) => HostileWorld>>
export function worldOf(name: string, bytes: number): HostileWorld
