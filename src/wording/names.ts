/** The first of many names and how many there are, where not all are shown: “甲、乙、丙 等 12 项”. `unit` is what they are counted in. */
export function nameSome(names: readonly string[], most: number, unit: string): string {
  return names.slice(0, most).join('、') + (names.length > most ? ` 等 ${names.length} ${unit}` : '')
}
