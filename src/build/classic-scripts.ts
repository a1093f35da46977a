/**
 * Makes the scripts run from a disk. On file:// every browser refuses `<script type=module src>` and `import()`, so each
 * page script that Astro built is bundled once more into one classic script, and each `import()` in it becomes a part: a
 * classic script of its own that `load-part.ts` adds to the page when it is first needed. A page's script bears the
 * page's name (`checklist.0a1b2c3d.js`), the one that every page carries is `site`.
 *
 * Whatever a part imports is bundled into it once more, so a part holds no state: a module in it that remembers something
 * stops the build. Its name is that of its file, which is why no two parts may have one name. Two packages are not there twice.
 * Preact is the page's (`app/ui/shared-preact`), because hooks of one copy know nothing of another. JSZip is a part of its own,
 * because it is large and no page draws with it: parts that import it are loaded after it. A worker has its own copy.
 *
 * Decision: Classic scripts, one for each page. The same folder must run from a disk. Only what packs, reads or writes
 * documents is a part, and a view that many visits never open: what a page draws would be fetched with every visit anyway.
 */
import { createHash } from 'node:crypto'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { build, type Plugin, type Rolldown } from 'vite'
import { sharedPrefix } from '../core/site/single-file'
import { listFiles } from './files'

const moduleScript = /<script type="module" src="\/([^"]+)"><\/script>/g
// Not the type `typeof import('…')`.
const dynamicImport = /(?<!typeof )\bimport\((['"])(\.[^'"]+)\1\)/g
const assets = 'assets'
/** The package that is a part of its own. */
const sharedPackage = 'jszip'
/** Packages that other parts don't contain, by the globals that the page, or the shared part, leaves them in. */
const shared = {
  [sharedPackage]: 'yinzheng_jszip',
  preact: 'yinzheng_preact',
  'preact/hooks': 'yinzheng_preact_hooks',
  'preact/jsx-runtime': 'yinzheng_preact_jsx',
}

export function classicScripts({ target }: { target: string }): AstroIntegration {
  return {
    name: 'classic-scripts',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({ vite: { plugins: [importsToParts(target)] } })
      },
      // Astro pins the client's target to esnext; this is where it can be lowered.
      'astro:build:setup': ({ updateConfig }) => {
        updateConfig({ environments: { client: { build: { target } } } })
      },
      'astro:build:done': async ({ dir }) => {
        const root = fileURLToPath(dir)
        const paths = await listFiles(root)
        const pages = paths.filter(path => path.endsWith('.html'))
        const htmls = await Promise.all(pages.map(path => readFile(root + path, 'utf8')))
        const scripts = [
          ...new Set(
            htmls.flatMap(html => [...html.matchAll(moduleScript)].map(([, path]) => path as string)),
          ),
        ]
        // All are read before any is written: they may import the same chunks.
        const codes = await Promise.all(scripts.map(path => bundleClassic(root + path, '_', target)))
        const names = new Map(scripts.map((path, i) => [path, nameScript(path, codes[i] as string)]))
        for (const [i, path] of scripts.entries()) await writeFile(root + names.get(path), codes[i] as string)
        for (const [i, path] of pages.entries()) {
          const classic = (_: string, script: string) => `<script defer src="/${names.get(script)}"></script>`
          await writeFile(root + path, (htmls[i] as string).replace(moduleScript, classic))
        }
        // Astro's own chunks are in the scripts now.
        const chunks = paths.filter(path => /^assets\/.*\.js$/.test(path) && !path.includes('.part.'))
        await Promise.all(chunks.map(path => rm(root + path)))
      },
    },
  }
}

/** `assets/checklist.<hash>.js` for Astro's `assets/checklist.astro_astro_type_script_index_0_lang.<hash>.js`. */
function nameScript(path: string, code: string): string {
  const page = /([\w-]+)\.astro/.exec(path)?.[1] ?? basename(path, '.js')
  return `${assets}/${page === '_Layout' ? 'site' : page}.${hashOf(code)}.js`
}

/** Eight digits that change with any byte. */
function hashOf(code: string): string {
  return createHash('sha256').update(code).digest('hex').slice(0, 8)
}

/**
 * In the client's build, turns each `import('./zip')` into a call of what the module `part:<global>` exports. That module is one for
 * all imports of the part; to load it is to build and emit the part.
 */
function importsToParts(target: string): Plugin {
  const loader = fileURLToPath(new URL('./load-part.ts', import.meta.url))
  /** The entry of each part by the part's global name. */
  const entries = new Map<string, string>()
  return {
    name: 'imports-to-parts',
    apply: 'build',
    enforce: 'pre',
    applyToEnvironment: environment => environment.name === 'client',
    async transform(code, id) {
      if (id.includes('node_modules') || code.search(dynamicImport) < 0) return undefined
      const names = new Map<string, string>()
      for (const [, , specifier = ''] of code.matchAll(dynamicImport)) {
        const entry = await this.resolve(specifier, id)
        if (!entry) throw new Error(`Cannot build part: ${specifier} not found from ${id}`)
        const name = `yinzheng_${basename(entry.id).replace(/\W/g, '_')}`
        if ((entries.get(name) ?? entry.id) !== entry.id)
          throw new Error(`Cannot build part: ${entry.id} and ${entries.get(name)} have one name`)
        entries.set(name, entry.id)
        names.set(specifier, name)
      }
      const imports = [...new Set(names.values())].map(importPart).join('')
      return {
        code: imports + code.replace(dynamicImport, (_, _quote, specifier) => `${names.get(specifier)}()`),
        map: null,
      }
    },
    resolveId: id => (id.startsWith(partModule) ? `\0${id}` : undefined),
    async load(id) {
      if (!id.startsWith(`\0${partModule}`)) return undefined
      const name = id.slice(partModule.length + 1)
      const isShared = name === shared[sharedPackage]
      const entry = isShared ? (await this.resolve(sharedPackage, loader))?.id : entries.get(name)
      if (!entry) throw new Error(`Cannot build part: ${name} not found`)
      const part = await bundle(entry, name, target, shared)
      const stateful = await findStateful(part)
      if (stateful.length > 0)
        throw new Error(`Cannot build part: ${entry} would carry its own copy of ${stateful.join(', ')}`)
      const title = isShared ? sharedPrefix + sharedPackage : basename(entry).replace(/\.\w+(\?.*)?$/, '')
      const file = `${title}.part.${hashOf(part.code)}.js`
      this.emitFile({ type: 'asset', fileName: `${assets}/${file}`, source: part.code })
      const needs = part.imports.includes(sharedPackage) ? shared[sharedPackage] : null
      const given = [JSON.stringify(file), JSON.stringify(name), ...(needs ? [`${needs}()`] : [])]
      return `${needs ? importPart(needs) : ''}import { loadPart } from ${JSON.stringify(loader)}
        export const load = () => loadPart(${given.join(', ')})`
    },
  }
}

const partModule = 'part:'

/** From here on `name` is the function that loads the part. */
function importPart(name: string): string {
  return `import { load as ${name} } from '${partModule}${name}'\n`
}

/** One classic script that leaves the entry's exports in the global `name`. */
export async function bundleClassic(entry: string, name: string, target: string): Promise<string> {
  return (await bundle(entry, name, target)).code
}

async function bundle(
  entry: string,
  name: string,
  target: string,
  globals: Record<string, string> = {},
): Promise<Rolldown.OutputChunk> {
  const output = (await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      target,
      minify: true,
      lib: { entry, formats: ['iife'], name, fileName: 'script' },
      rolldownOptions: {
        external: Object.keys(globals),
        // Nobody asks a part whether it is a module.
        output: { globals, generatedCode: { symbols: false } },
      },
    },
  })) as Rolldown.RolldownOutput[]
  const chunk = output[0]?.output[0]
  if (!chunk) throw new Error(`Cannot bundle ${entry}: nothing came out`)
  return chunk
}

/**
 * Modules of ours in a part that hold state: the page has a copy of its own, and the two copies would disagree. A worker's state is
 * its own in any case.
 */
async function findStateful({ modules }: Rolldown.OutputChunk): Promise<string[]> {
  const own = Object.keys(modules).filter(id => id.startsWith(sources) && !id.includes('?worker'))
  const codes = await Promise.all(own.map(id => readFile(id.replace(/\?.*$/, ''), 'utf8')))
  return own.filter((_, i) => remembers(codes[i] as string))
}

const sources = fileURLToPath(new URL('../', import.meta.url))

/** True where a module's source keeps state at its top level: a variable, a store, a channel, a collection that begins empty. */
export function remembers(code: string): boolean {
  return [
    /^(export )?(let|var) /m,
    /^(export )?const .*= (atom|map|computed)\b/m,
    /^(export )?const .*\bnew (BroadcastChannel|(Weak)?(Map|Set)(<.*>)?\(\))/m,
  ].some(pattern => pattern.test(code))
}
