/** The half of `classic-scripts.ts` that runs in the browser: each `import()` of the source calls `loadPart` instead. */

const own = document.currentScript as HTMLScriptElement | null
const folder = own?.src.replace(/[^/]*$/, '') ?? ''
const loading = new Map<string, Promise<unknown>>()

/** A part of the page could not be loaded; `core/files/refusal` knows it by its name. */
class PartError extends Error {
  override name = 'PartError'
  constructor(file: string) {
    super(`Cannot load part ${file}`)
  }
}

/**
 * The exports of a part: a classic script beside the page's own that leaves them in the global `name`. It is fetched once the part
 * that it `needs` is there.
 * @throws PartError when one of the two files can't be loaded (the folder was copied incompletely, or the server is gone); asking again tries again.
 */
export async function loadPart(file: string, name: string, needs?: Promise<unknown>): Promise<unknown> {
  await needs
  // A single-file edition carries its parts.
  const present = (globalThis as Record<string, unknown>)[name]
  if (present) return present
  let part = loading.get(file)
  if (!part) {
    part = new Promise((resolve, reject) => {
      const script = document.createElement('script')
      script.src = folder + file
      script.onload = () => resolve((globalThis as Record<string, unknown>)[name])
      script.onerror = () => {
        script.remove()
        loading.delete(file)
        reject(new PartError(file))
      }
      document.head.append(script)
    })
    loading.set(file, part)
  }
  return part
}
