/** An inventory's HTML taken apart without a browser. */

/** The page's tags, its style's content left out. */
export function tagsOf(html: string): string[] {
  return html.replace(/(<style>)[^<]*/, '$1').match(/<[^>]*>/g) ?? []
}

/** What a reader sees: no style, no tags, character references resolved; a table cell a line. */
export function textOf(html: string): string {
  return decode(
    html
      .replace(/<style>[^<]*<\/style>/, '')
      .replace(/<br>/g, '\n')
      .replace(/<[^>]*>/g, '\n'),
  )
}

function decode(html: string): string {
  return html.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
}

/** Each link: where it leads once decoded, and what it says. */
export function linksOf(html: string): [path: string, text: string][] {
  return [...html.matchAll(/<a href="([^"]*)">([^<]*)<\/a>/g)].map(([, href = '', text = '']) => [
    decodeURIComponent(decode(href)),
    decode(text),
  ])
}

/** The rows of the table below the heading that begins with `id`, as texts of their cells. */
export function rowsOf(html: string, id: string): string[][] {
  const [, section = ''] = html.split(`<h2>${id} `)
  return [
    ...(section.split('</section>')[0] ?? '').matchAll(/<tr class="(?:item|file)(?: stays)?">(.*?)<\/tr>/g),
  ].map(([, row = '']) =>
    [...row.matchAll(/<td[^>]*>(.*?)<\/td>/g)].map(([, cell = '']) => textOf(cell).trim()),
  )
}
