// Decision: No server, no accounts. A county department is usually not allowed to run one; its portal hosts a folder. What a server would know,
// the bundle carries.
import { satteri } from '@astrojs/markdown-satteri'
import { defineConfig } from 'astro/config'
import { classicScripts } from './src/build/classic-scripts.ts'
import { offline } from './src/build/offline.ts'
import { publishTool } from './src/build/publish-tool.ts'
import { relativeLinks } from './src/build/relative-links.ts'
import { singleFiles } from './src/build/single-files.ts'

/** The oldest browser that must work: 360 安全浏览器 13 and others on Windows 7 carry Chromium 86. */
export const oldestBrowser = 'chrome86'

// Two folders of content built at the same time must not share what Astro keeps between builds.
const content = process.env.CONTENT
const cacheDir = content ? `node_modules/.astro-${content.replace(/[^\w-]+/g, '_')}` : 'node_modules/.astro'

export default defineConfig({
  cacheDir,
  build: { format: 'preserve', assets: 'assets', inlineStylesheets: 'never' },
  compressHTML: true,
  devToolbar: { enabled: false },
  // The notice is published verbatim: no curly quotes, no dashes of our own.
  markdown: { syntaxHighlight: false, processor: satteri({ features: { smartPunctuation: false } }) },
  integrations: [
    classicScripts({ target: oldestBrowser }),
    publishTool({ target: oldestBrowser }),
    singleFiles(),
    relativeLinks(),
    offline({ target: oldestBrowser }),
  ],
  vite: {
    build: { cssTarget: oldestBrowser, assetsInlineLimit: 0 },
    esbuild: { jsx: 'automatic', jsxImportSource: 'preact' },
  },
})
