/**
 * Links that begin at the site's root, made relative to the file they stand in, so that a folder works at any path and from a
 * disk. Paths have no leading slash and are `/`-separated.
 */

/** Rewrites `href="/…"` and `src="/…"` of tags; `//host/…` and what stands inside scripts are left alone. */
export function relativeInHtml(html: string, path: string): string {
  return html.replace(
    /(<script\b[^>]*>)([\s\S]*?)<\/script>|<[a-z][^>]*>/g,
    (tag, script?: string, code = '') =>
      script === undefined ? relativeInTag(tag, path) : `${relativeInTag(script, path)}${code}</script>`,
  )
}

function relativeInTag(tag: string, path: string): string {
  return tag.replace(
    /(\s(?:href|src))="\/(?!\/)([^"]*)"/g,
    (_, attribute, target) => `${attribute}="${relativeTo(path, target)}"`,
  )
}

export function relativeInCss(css: string, path: string): string {
  return css.replace(
    /url\((["']?)\/(?!\/)([^"')]*)\1\)/g,
    (_, _quote, target) => `url("${relativeTo(path, target)}")`,
  )
}

/** `target` (root-absolute, without its leading slash) as seen from the file `path`; a folder means its index.html. */
function relativeTo(path: string, target: string): string {
  const [, file = '', suffix = ''] = /^([^?#]*)(.*)$/.exec(target) ?? []
  const whole = file === '' || file.endsWith('/') ? `${file}index.html` : file
  const [from, to] = [path.split('/').slice(0, -1), whole.split('/')]
  let shared = 0
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared++
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/') + suffix
}
