/**
 * The notice's text as HTML, where no Markdown processor is at hand. In comes the body as the importer writes it: paragraphs,
 * `##` headings, links to the annexes, and a backslash before what Markdown would read as more than text. Everything else is
 * text, as a notice means it.
 */
import { html } from '../pages/html'

export function noticeHtml(body: string): string {
  const blocks = body.split(/\n{2,}/).filter(block => block.trim() !== '')
  const ids = new Map<string, number>()
  return blocks
    .map(block => {
      const heading = /^##\s+(.*)$/.exec(block)?.[1]
      if (heading === undefined) return `<p>${inline(block)}</p>`
      const slug = slugOf(unmark(heading))
      const count = ids.get(slug) ?? 0
      ids.set(slug, count + 1)
      return `<h2 id="${html`${count > 0 ? `${slug}-${count}` : slug}`.markup}">${inline(heading)}</h2>`
    })
    .join('\n')
}

function inline(text: string): string {
  return text
    .split(/(\[[^\]]*\]\((?:indicators\.html|#annex-2)\))/)
    .map(piece => {
      const [, name, href] = /^\[([^\]]*)\]\(([^)]*)\)$/.exec(piece) ?? []
      return name !== undefined && href !== undefined
        ? `<a href="${href}">${escapeText(unmark(name))}</a>`
        : linkMail(escapeText(unmark(piece)))
    })
    .join('')
}

/** Addresses of mail are links, as Markdown processors of today make them. */
function linkMail(text: string): string {
  return text.replace(
    /[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[A-Za-z\d]+/g,
    address => `<a href="mailto:${address}">${address}</a>`,
  )
}

function unmark(text: string): string {
  return text.replace(/\\([!-/:-@[-`{-~])/g, '$1')
}

/** As Markdown processors write text: quotes stay. */
function escapeText(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}

/** The anchor of a heading, as GitHub makes it. */
function slugOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}\p{Pc}\s-]/gu, '')
    .replace(/ /g, '-')
}
