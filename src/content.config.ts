/** Astro's collections: `content/` in the shape that `build/content-shape.ts` describes. */
import { defineCollection } from 'astro:content'
import { z } from 'astro/zod'
import { editionFolders, siteFile } from './build/content-loader'
import { editionShapes, siteShape } from './build/content-shape'

/** Another county's folder is built with `CONTENT=<folder> npm run build -- --outDir <folder>`. */
const content = process.env.CONTENT ?? 'content'

export const collections = {
  editions: defineCollection({ loader: editionFolders(content), schema: z.strictObject(editionShapes) }),
  site: defineCollection({ loader: siteFile(`${content}/site.yaml`), schema: siteShape }),
}
