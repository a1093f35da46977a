/** Which edition a file of the site belongs to: `2022/index.html` and `offline/2022-checklist.html` to 2022; others to none. */
export function editionOf(path: string): string | undefined {
  return /^(?:offline\/)?(\d{4})[/-]/.exec(path)?.[1]
}
