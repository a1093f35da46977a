/**
 * Puts the built shells (`publish/pages/shell`) into the publisher's page, with the stylesheet, the scripts and the parts that
 * they need, and takes them out of the build. Scripts that stand in a preview need the tool's own policy to allow them. Runs
 * after `classic-scripts` and before `single-files`.
 */
import { readFile, rm, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { closeScript, partsOf, policyHash } from '../core/site/single-file'
import { type ShellKind, type Shells, shellKinds } from '../publish/pages/shell'
import { listFiles } from './files'
import { bundleServiceWorker } from './offline'
import { toolPages } from './tool-pages'

export function publishTool({ target }: { target: string }): AstroIntegration {
  return {
    name: 'publish-tool',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const root = fileURLToPath(dir)
        const shells = await collectShells(root, target)
        await rm(`${root}shell`, { recursive: true })
        await removeUnlinked(root, Object.keys(shells.files))
        const data = JSON.stringify(shells).replace(/</g, '\\u003c')
        const { scripts, styles } = hashesOf(shells)
        for (const path of toolPages) {
          const html = await readFile(root + path, 'utf8')
          const filled = html
            .replace('"shells-go-here"', () => data)
            .replace("script-src 'self'", () => `script-src 'self' ${scripts.join(' ')}`)
            .replace("style-src 'self'", () => `style-src 'self' ${styles.join(' ')}`)
          await writeFile(root + path, filled)
        }
      },
    },
  }
}

async function collectShells(root: string, target: string): Promise<Shells> {
  const read = (path: string) => readFile(root + path, 'utf8')
  const documents = {} as Record<ShellKind, string>
  for (const kind of shellKinds) documents[kind] = await read(`shell/${kind}.html`)
  const linked = new Set(
    Object.values(documents).flatMap(html =>
      [...html.matchAll(/(?:href|src)="\/(assets\/[^"]+|old-browser\.js)"/g)].map(([, path = '']) => path),
    ),
  )
  const files: Record<string, string> = {}
  for (const path of linked) files[path] = await read(path)
  // Parts load parts.
  for (let last = 0; last < Object.keys(files).length; ) {
    last = Object.keys(files).length
    for (const part of partsOf(Object.values(files))) files[`assets/${part}`] ??= await read(`assets/${part}`)
  }
  return { documents, files, serviceWorker: await bundleServiceWorker(target) }
}

/** Scripts that only shells name. */
async function removeUnlinked(root: string, paths: readonly string[]): Promise<void> {
  const pages = (await listFiles(root)).filter(path => path.endsWith('.html'))
  const linked = (await Promise.all(pages.map(path => readFile(root + path, 'utf8')))).join()
  const scripts = paths.filter(path => /^assets\/[^/]*\.js$/.test(path) && !path.includes('.part.'))
  await Promise.all(scripts.filter(path => !linked.includes(path)).map(path => rm(root + path)))
}

/** What the policy of a page in a preview allows: a preview inherits the tool's policy beside its own. */
function hashesOf({ files }: Shells) {
  const texts = (ending: string) =>
    Object.entries(files)
      .filter(([path]) => path.endsWith(ending))
      .map(([, text]) => text)
  return {
    scripts: texts('.js').map(text => policyHash(closeScript(text))),
    styles: texts('.css').map(policyHash),
  }
}
