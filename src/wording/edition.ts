/** The name of an edition of which only the address is known. */

/** An edition as people name it where only its address is known: 2022 年度, 2023 年度（2023-food）. */
export function sayEdition(edition: string): string {
  const year = `${edition.slice(0, 4)} 年度`
  return /^\d{4}$/.test(edition) ? year : `${year}（${edition}）`
}
