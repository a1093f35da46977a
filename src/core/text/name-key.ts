/** A key that is equal for spellings of one name that differ only in width (of brackets too), spaces, invisible marks and case. */
export function nameKey(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[\s\p{Cf}]+/gu, '')
    .toLowerCase()
}
