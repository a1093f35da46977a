import { loadSite } from '../build/editions'
import { drawIcon } from '../build/icon'

export async function GET(): Promise<Response> {
  return new Response(drawIcon(await loadSite()), {
    headers: { 'content-type': 'image/svg+xml; charset=utf-8' },
  })
}
