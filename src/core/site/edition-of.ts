/** Which edition a file of the site belongs to: `2022/index.html` and `offline/2022-checklist.html` to 2022; others to none. */
export function editionOf(path: string): string | undefined {
  return /^(?:offline\/)?(20\d\d(?:-[a-z0-9]+)*?)(?:\/|-(?:checklist|intake)\.html)/.exec(path)?.[1]
}

/** Which assessment an edition belongs to, by its address: `` for 2022, `food` for 2023-food. Its years follow each other. */
export function seriesOf(edition: string): string {
  return edition.slice(5)
}

/** Whether `edition` is an earlier year of the same assessment as `other`. */
export function isEarlier(edition: string, other: string): boolean {
  return seriesOf(edition) === seriesOf(other) && edition < other
}
