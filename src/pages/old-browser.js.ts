/** `old-browser.js` as it was written: bundlers use words that old browsers don't know. */
import source from '../app/old-browser.js?raw'

export const GET = () =>
  new Response(source, { headers: { 'content-type': 'text/javascript; charset=utf-8' } })
