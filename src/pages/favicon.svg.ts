/** A tick on the county's main colour. */
import { loadSite } from '../build/editions'

export async function GET(): Promise<Response> {
  const { name, colour } = await loadSite()
  const title = name.replace(/&/g, '&amp;').replace(/</g, '&lt;')
  return new Response(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><title>${title}</title><rect width="32" height="32" rx="7" fill="${colour}"/><path d="M8.5 16.5l5 5 10-11" fill="none" stroke="#fff" stroke-width="3.6" stroke-linecap="round" stroke-linejoin="round"/></svg>`,
    { headers: { 'content-type': 'image/svg+xml; charset=utf-8' } },
  )
}
