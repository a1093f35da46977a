/**
 * What a browser needs to install the site, as it offers over https: an installed page's data is kept for good. Addresses are
 * relative, so that it works at any path. `io/site/install` links it.
 */
import { iconSizes } from './icon'

export function writeManifest({
  name,
  colour,
  description,
}: {
  name: string
  colour: string
  description: string
}): string {
  const manifest = {
    name,
    short_name: name,
    description,
    lang: 'zh-CN',
    start_url: 'index.html',
    scope: './',
    // With a way back: pages lead on to each other.
    display: 'minimal-ui',
    theme_color: colour,
    background_color: '#ffffff',
    icons: [
      ...iconSizes.map(size => ({ src: `icon-${size}.png`, sizes: `${size}x${size}`, type: 'image/png' })),
      { src: 'favicon.svg', sizes: 'any', type: 'image/svg+xml' },
    ],
  }
  return `${JSON.stringify(manifest, null, 1)}\n`
}
