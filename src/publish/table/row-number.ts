/** A printed 序号 as a number: `8`, `８．`, `(8)`, `八`, `十二、`; undefined for anything else. */
export function parseNumber(text: string): number | undefined {
  const bare = text.normalize('NFKC').replace(/[\s.,、。()]/g, '')
  if (/^\d{1,3}$/.test(bare)) return Number(bare) || undefined
  const [, tens, units] = /^([一二三四五六七八九]?十)?([一二三四五六七八九])?$/.exec(bare) ?? []
  const digit = (character: string | undefined) => '一二三四五六七八九'.indexOf(character ?? ' ') + 1
  return (tens?.length === 2 ? digit(tens[0]) : tens ? 1 : 0) * 10 + digit(units) || undefined
}
