const MEBIBYTE = 1024 * 1024

/** A number of bytes as it is told: "2 MiB" where it is whole ones, else "2000000 bytes". */
export function sizeText(bytes: number): string {
  return bytes % MEBIBYTE === 0 ? `${bytes / MEBIBYTE} MiB` : `${bytes} bytes`
}
