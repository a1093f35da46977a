/**
 * A page in an engine that Playwright does not drive: what people look for by role and label, pressed and typed by the engine's
 * own means. What is the same in every engine stands here; `firefox.ts` and `webkit.ts` are the drivers.
 */
import { mkdir, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'playwright/test'

/** `script` is JavaScript: an expression, of an element where the driver acts on one. */
export interface Driver {
  goto(url: string): Promise<void>
  reload(): Promise<void>
  /** What `script` gives, as JSON. */
  evaluate<Result>(script: string): Promise<Result>
  click(script: string): Promise<void>
  type(script: string, text: string): Promise<void>
  pick(script: string, paths: readonly string[]): Promise<void>
  /** Waits for another tab, evaluates `script` there and closes it. Absent where the engine opens none. */
  evaluateInNewTab?<Result>(script: string): Promise<Result>
  /** What the pages complained of so far; nothing where the protocol doesn't tell. */
  problems(): string[]
  close(): Promise<void>
}

type Role = 'button' | 'checkbox' | 'file' | 'heading' | 'textbox'

/** What a person sees and what it is called, its whole name. */
export interface Wanted {
  role: Role
  name: string
  /** A selector: looked for inside the first element that it finds. */
  within?: string
}

/** Runs in the page. What is shown, and file inputs, which a label hides. */
function findElements({ role, name, within = 'body' }: Wanted): HTMLElement[] {
  const selectors: Record<Role, string> = {
    button: 'button',
    checkbox: 'input[type=checkbox]',
    file: 'input[type=file]',
    heading: 'h1, h2, h3',
    textbox: 'textarea, input:not([type]), input[type=text]',
  }
  const nameOf = (element: HTMLElement) => {
    const label = (element as HTMLInputElement).labels?.[0] ?? element
    return (element.getAttribute('aria-label') ?? label.textContent ?? '').replace(/\s+/g, ' ').trim()
  }
  const isShown = (element: HTMLElement) => role === 'file' || element.getClientRects().length > 0
  const scope = document.querySelector(within)
  const found = Array.from(scope?.querySelectorAll<HTMLElement>(selectors[role]) ?? [])
  return found.filter(element => isShown(element) && nameOf(element) === name)
}

const find = (wanted: Wanted) => `(${findElements})(${JSON.stringify(wanted)})`

export class Tab {
  constructor(
    readonly driver: Driver,
    /** Where the browser puts what it downloads. */
    private readonly downloads: string,
  ) {}

  count(wanted: Wanted): Promise<number> {
    return this.driver.evaluate(`${find(wanted)}.length`)
  }

  /** Waits until just one is there. */
  async see(wanted: Wanted): Promise<void> {
    await expect.poll(() => this.count(wanted), { message: `${wanted.role} ${wanted.name}` }).toBe(1)
  }

  /** A checkbox by its label, which is what people hit. */
  async press(wanted: Wanted): Promise<void> {
    await this.see(wanted)
    await this.driver.click(`(one => one.labels?.[0] ?? one)(${find(wanted)}[0])`)
  }

  async type(wanted: Wanted, text: string): Promise<void> {
    await this.see(wanted)
    await this.driver.type(`${find(wanted)}[0]`, text)
  }

  async pick(wanted: Wanted, paths: readonly string[]): Promise<void> {
    await this.see(wanted)
    await this.driver.pick(`${find(wanted)}[0]`, paths)
  }

  /** Whether a checkbox is checked, what a box says. */
  async stateOf(wanted: Wanted): Promise<{ checked: boolean; value: string }> {
    await this.see(wanted)
    return this.driver.evaluate(`(({checked, value}) => ({checked, value}))(${find(wanted)}[0])`)
  }

  /** Waits until what `selector` finds says `text`. */
  async read(text: string | RegExp, selector = 'body'): Promise<void> {
    const script = `[...document.querySelectorAll(${JSON.stringify(selector)})].map(one => one.innerText).join('\\n')`
    await expect.poll(() => this.driver.evaluate<string>(script)).toMatch(text)
  }

  /** Presses a button and waits for the file that the browser saves. @returns its path, with the name it was saved under */
  async download(wanted: Wanted): Promise<string> {
    await mkdir(this.downloads, { recursive: true })
    const before = new Set(await readdir(this.downloads))
    await this.press(wanted)
    let path = ''
    const isThere = async () => {
      const found = (await readdir(this.downloads)).filter(name => !before.has(name))
      path = join(this.downloads, found[0] ?? '')
      // While it comes in, Firefox keeps an empty file of its name beside `….part`; WebKit has `….wkdownload`.
      if (found.length !== 1 || /\.(part|wkdownload)$/.test(path)) return false
      // Firefox renames it when it is whole: between looking and asking it may be gone under this name.
      const size = await stat(path).then(
        found => found.size,
        () => 0,
      )
      return size > 0
    }
    await expect.poll(isThere, { message: 'the download', timeout: 20_000 }).toBe(true)
    return path
  }
}
