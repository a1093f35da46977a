/** What two spellings of one name share: full-width or not, spaces, brackets of either kind. */
export function nameKey(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[\s\p{Cf}]+/gu, '')
    .toLowerCase()
}
