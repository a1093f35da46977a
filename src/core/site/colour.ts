/**
 * The county's main colour: in comes one `#rrggbb` from `content/site.yaml`, out go the shades the pages use, and how
 * well text in it can be read. Invariant: a colour that passes `readabilityOf` ≥ 4.5 is readable wherever the pages use
 * it (WCAG 2.1, 1.4.3).
 */

interface Theme {
  main: string
  /** For names and current entries; darker than `main`. */
  deep: string
  /** A ground that `main` and `deep` are written on. */
  tint: string
}

type Rgb = [red: number, green: number, blue: number]

/** The contrast ratio that WCAG 2.1 (1.4.3) demands of text of any size. */
export const leastContrast = 4.5

/** The page's background, `--ground` in `styles/base.css`: text in the main colour stands on it too. */
const ground = '#f3f6fa'

/** The shades of a main colour; all are `#rrggbb`. */
export function buildTheme(main: string): Theme {
  return { main, deep: mix(main, '#000000', 0.25), tint: mix(main, '#ffffff', 0.9) }
}

/** The shades as the tokens that `styles/` uses. */
export function writeTheme({ main, deep, tint }: Theme): string {
  return `:root{--main:${main};--main-deep:${deep};--main-tint:${tint}}`
}

/** The lowest contrast ratio, 1 to 21, of the colour with white, the page's background and its own tint. */
export function readabilityOf(main: string): number {
  const { tint } = buildTheme(main)
  return Math.min(...['#ffffff', ground, tint].map(other => contrastOf(main, other)))
}

/** WCAG's contrast ratio of two `#rrggbb`, 1 to 21. */
export function contrastOf(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminanceOf(a), luminanceOf(b)].sort((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

/** WCAG's relative luminance. */
function luminanceOf(colour: string): number {
  const [red, green, blue] = rgbOf(colour).map(channel => {
    const part = channel / 255
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  }) as Rgb
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** `colour` mixed with `other`, of which `share` (0 to 1) goes in. */
function mix(colour: string, other: string, share: number): string {
  const others = rgbOf(other)
  const mixed = rgbOf(colour).map((channel, i) => channel + ((others[i] ?? 0) - channel) * share)
  return `#${mixed.map(channel => Math.round(channel).toString(16).padStart(2, '0')).join('')}`
}

function rgbOf(colour: string): Rgb {
  return [1, 3, 5].map(start => Number.parseInt(colour.slice(start, start + 2), 16)) as Rgb
}
