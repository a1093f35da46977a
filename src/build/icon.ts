/** The site's icon: a tick on the county's main colour. */

/** Sides in pixels that an installed page needs (`pages/site.webmanifest`). */
export const iconSizes = [192, 512]

/** As SVG, 32 units wide. */
export function drawIcon({ name, colour }: { name: string; colour: string }): string {
  const title = name.replace(/&/g, '&amp;').replace(/</g, '&lt;')
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><title>${title}</title><rect width="32" height="32" rx="7" fill="${colour}"/><path d="M8.5 16.5l5 5 10-11" fill="none" stroke="#fff" stroke-width="3.6" stroke-linecap="round" stroke-linejoin="round"/></svg>`
}
