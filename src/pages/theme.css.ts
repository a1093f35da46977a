/**
 * The county's main colour as the tokens that `styles/` uses.
 *
 * Decision: The colour is a stylesheet of its own. The policy allows no inline style, and other CSS is named by its
 * content.
 */
import { loadSite } from '../build/editions'
import { buildTheme, writeTheme } from '../core/site/colour'

export async function GET(): Promise<Response> {
  return new Response(writeTheme(buildTheme((await loadSite()).colour)), {
    headers: { 'content-type': 'text/css; charset=utf-8' },
  })
}
