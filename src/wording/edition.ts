/** The name of an edition that is not the page's own. */

/**
 * An edition as people name it: 2022 年度, or the label of an edition that this site knows; of any other only the year
 * can be told, since its address is no name.
 */
export function sayEdition(edition: string, label?: string): string {
  const year = `${edition.slice(0, 4)} 年度`
  return /^\d{4}$/.test(edition) ? year : (label ?? `${year}另一项考核`)
}
