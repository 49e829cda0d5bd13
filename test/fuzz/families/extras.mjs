/** What else a document is put through. It costs as much as the rest, fixes ten times that, and unsafe ones a hundred times. */
export function extras(choose) {
  if (choose.chance(0.15)) return [choose.pick(['again', 'formats', 'plugin'])]
  if (choose.chance(0.04)) return ['fix']
  return choose.chance(0.004) ? ['unsafe'] : []
}
