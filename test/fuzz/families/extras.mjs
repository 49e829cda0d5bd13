/** What else a document is put through. It costs as much as the rest or more, so few inputs have it; fixes cost most. */
export function extras(choose) {
  if (choose.chance(0.2)) return [choose.pick(['again', 'formats', 'plugin'])]
  return choose.chance(0.1) ? [choose.pick(['fix', 'fix', 'unsafe'])] : []
}
