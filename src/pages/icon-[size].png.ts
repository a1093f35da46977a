/** The icon as an installed page needs it. */
import sharp from 'sharp'
import { loadSite } from '../build/editions'
import { drawIcon, iconSizes } from '../build/icon'

export function getStaticPaths() {
  return iconSizes.map(size => ({ params: { size: `${size}` } }))
}

export async function GET({ params }: { params: { size: string } }): Promise<Response> {
  const size = Number(params.size)
  const icon = Buffer.from(drawIcon(await loadSite()))
  const png = await sharp(icon, { density: (72 * size) / 32 })
    .resize(size)
    .png()
    .toBuffer()
  return new Response(new Uint8Array(png), { headers: { 'content-type': 'image/png' } })
}
