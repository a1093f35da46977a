/** A key that is equal for spellings of one name that differ only in width (of brackets too), spaces, invisible marks and case. */
export function nameKey(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[\s\p{Cf}]+/gu, '')
    .toLowerCase()
}

/** The name, or words that can be seen and pressed where nothing of it can. */
export function visibleName(name: string): string {
  return nameKey(name) === '' ? '（没有写单位名称）' : name
}
