/**
 * A page of the site made one self-contained file that a person can pass on and open from a disk. Its styles, scripts and
 * parts stand in it, with their hashes in its own Content-Security-Policy; links to pages of its edition lead to its own
 * views (`app/site/views`). Links and files are root-absolute, as the build has them before it makes them relative.
 */
import { sha256 } from '@noble/hashes/sha2'

/** The name of a part begins with it when other parts find it there as they begin (`build/classic-scripts`). */
export const sharedPrefix = 'shared-'

const partName = /[\w-]+\.part\.[0-9a-f]{8}\.js/g

/** A file of the build by its path. @throws where there is none */
type Read = (path: string) => string

/**
 * The page in one piece, and the scripts and stylesheets that went into it. `first` is the view it opens with; null where its links lead to
 * other pages.
 */
export function inlineAll(html: string, first: string | null, read: Read): { html: string; files: string[] } {
  const styles: string[] = []
  const scripts: string[] = []
  const names: string[] = []
  const bare = (first === null ? html : leadWithin(html, first))
    .replace(/<link rel="stylesheet" href="\/([^"]+)">/g, (_, path: string) => {
      names.push(path)
      styles.push(read(path))
      return ''
    })
    .replace(
      /<link rel="icon" href="\/([^"]+)">/g,
      (_, path: string) =>
        `<link rel="icon" href="data:image/svg+xml;base64,${toBase64(toBytes(read(path)))}">`,
    )
    .replace(/<script defer src="\/([^"]+)"><\/script>/g, (_, path: string) => {
      names.push(path)
      scripts.push(read(path))
      return ''
    })
  // After those that others need, small ones first: they say much that the page's script says, which packed stands too far off
  // behind a large one.
  const parts = partsOf(scripts)
    .map(name => ({ code: read(`assets/${name}`), rank: name.startsWith(sharedPrefix) ? 0 : 1 }))
    .sort((a, b) => a.rank - b.rank || a.code.length - b.code.length)
    .map(({ code }) => code)
  // In a file that is passed on all are one script: the hash of each weighs as much as some of them. A preview has the policy of the
  // publisher's page, which knows each by itself.
  scripts.push(...(first === null || parts.length === 0 ? parts : [parts.join(';')]))
  const closed = scripts.map(closeScript)
  const outside = styles.filter(text => /\burl\((?!["']?(data:|#))/.test(text))
  if (outside.length > 0) throw new Error(`Cannot inline ${names.join()}: a style names a file`)
  const whole = bare
    .replace(/(script-src|style-src) 'self'/g, (_, directive) =>
      [directive, ...(directive === 'style-src' ? styles : closed).map(policyHash)].join(' '),
    )
    .replace('</head>', () => `${styles.map(style => `<style>${style}</style>`).join('')}</head>`)
    .replace('</body>', () => `${closed.map(script => `<script>${script}</script>`).join('')}</body>`)
  return { html: whole, files: names }
}

/** A script as it can stand in a page: `</script` in a string would end the element; with the backslash it is the same string. */
export function closeScript(script: string): string {
  return script.replace(/<\/(?=script)/gi, '<\\/')
}

/** What a Content-Security-Policy calls an inline script or style of this text. */
export function policyHash(text: string): string {
  return `'sha256-${toBase64(sha256(text))}'`
}

/** Names of the parts that scripts load. */
export function partsOf(scripts: readonly string[]): string[] {
  return [...new Set(scripts.flatMap(script => script.match(partName) ?? []))]
}

/** Links to pages of the site become links to what stands in this file. */
function leadWithin(html: string, first: string): string {
  return html.replace(
    / href="(?!\w+:|#|\/assets\/|\/favicon|\/theme)([^"#]*)(#[^"]*)?"/g,
    (_, page: string, anchor = '') => {
      const department = /departments\/([\w-]+)\.html$|\?departments=([\w-]+)$/.exec(page)
      const id = department?.[1] ?? department?.[2]
      // The office's file has no checklist: a department's link leads to its rows in the table.
      if (id) return first === 'checklist' ? ` href="?departments=${id}#checklist"` : ` href="#${id}"`
      return ` href="${anchor || viewOf(page, first)}"`
    },
  )
}

function viewOf(page: string, first: string): string {
  if (page.endsWith('indicators.html')) return '#table'
  if (page.endsWith('help.html')) return '#help'
  return /\d{4}\/(index\.html)?$/.test(page) ? '#notice' : `#${first}`
}

function toBytes(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

export function toBase64(bytes: Uint8Array): string {
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary)
}
