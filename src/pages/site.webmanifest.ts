import { loadSite } from '../build/editions'
import { writeManifest } from '../build/manifest'

export async function GET(): Promise<Response> {
  return new Response(writeManifest(await loadSite()), {
    headers: { 'content-type': 'application/manifest+json; charset=utf-8' },
  })
}
