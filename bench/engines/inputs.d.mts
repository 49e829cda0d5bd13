export function documentOf(
  next: () => number,
  sources: {examples: readonly string[]; documents: readonly (readonly string[])[]},
): string
