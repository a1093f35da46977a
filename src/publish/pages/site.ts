/**
 * All pages of an edition as files: a folder for a portal, and the two single files. Pure: the shells come from the build,
 * everything else from the editions.
 */
import type { Edition, PageContext } from '../../build/edition'
import { drawIcon } from '../../build/icon'
import { writeManifest } from '../../build/manifest'
import { buildTheme, writeTheme } from '../../core/site/colour'
import { relativeInCss, relativeInHtml } from '../../core/site/relative-links'
import { serviceWorkerScript } from '../../core/site/service-worker-script'
import { inlineAll } from '../../core/site/single-file'
import { checklistPage, intakePage } from './app-frame'
import { departmentPage, departmentTitle } from './department'
import type { Frame } from './frame'
import { helpPage } from './help'
import { homePage } from './home'
import { type Html, html } from './html'
import { tablePage } from './indicator-table'
import { noticePage } from './notice'
import { fillShell, type ShellKind, type Shells } from './shell'
import { checklistFile, checklistFileTitle, intakeFile, intakeFileTitle } from './single-file'

/** One page: its document, frame and what stands in it. */
interface Page {
  path: string
  shell: ShellKind
  frame: Frame
  main: Html
}

/** The pages of an edition, as the build has them. */
export function editionPages(edition: Edition, context: PageContext): Page[] {
  const { id, content, catalogue } = edition
  const { notice } = content
  const article = (title: string) => ({
    title,
    published: notice.published,
    source: notice.publisher,
    keywords: notice.keywords,
  })
  const single = `/offline/${id}-checklist.html`
  return [
    {
      path: `${id}/index.html`,
      shell: 'plain',
      frame: { title: notice.title, here: 'notice', edition: id, article: article(notice.title) },
      main: noticePage(edition, single, context.now),
    },
    {
      path: `${id}/indicators.html`,
      shell: 'plain',
      frame: {
        title: catalogue.title,
        here: 'indicators',
        edition: id,
        class: 'landscape',
        article: article(catalogue.title),
      },
      main: tablePage(edition),
    },
    ...catalogue.departments.map((department): Page => {
      const title = departmentTitle(department)
      return {
        path: `${id}/departments/${department.id}.html`,
        shell: 'plain',
        frame: { title, here: 'notice', edition: id, article: article(title) },
        main: departmentPage(edition, department, context.now),
      }
    }),
    {
      path: `${id}/checklist.html`,
      shell: 'checklist',
      frame: { title: `填报 ${notice.title}`, here: 'checklist', edition: id, class: 'working' },
      main: checklistPage(edition, `../offline/${id}-checklist.html`, context),
    },
    {
      path: `${id}/intake.html`,
      shell: 'intake',
      frame: { title: `收件核验 ${notice.title}`, here: 'intake', edition: id, class: 'working landscape' },
      main: intakePage(edition, `../offline/${id}-intake.html`, context),
    },
  ]
}

/** The pages that all editions share. */
function sharedPages(context: PageContext): Page[] {
  const { site, editions } = context
  const [newest] = editions
  return [
    { path: 'index.html', shell: 'plain', frame: { title: site.name }, main: homePage(context) },
    {
      path: 'help.html',
      shell: 'plain',
      frame: { title: '使用说明', here: 'help' },
      main: newest ? helpPage(newest, site.office, `/offline/${newest.id}-checklist.html`) : html``,
    },
  ]
}

/** The single file of the units (`checklist`) or of the office (`intake`). */
export function singleFile(
  edition: Edition,
  kind: 'checklist' | 'intake',
  context: PageContext,
  shells: Shells,
): string {
  const isChecklist = kind === 'checklist'
  const frame: Frame = {
    title: isChecklist ? checklistFileTitle(edition) : intakeFileTitle(edition),
    here: kind,
    edition: edition.id,
    single: true,
    class: isChecklist ? 'working' : 'working landscape',
  }
  const main = isChecklist ? checklistFile(edition, context) : intakeFile(edition, context)
  const page = fillShell(shells.documents[`${kind}-file`], frame, main, context)
  const files: Record<string, string> = { ...shells.files, ...countyFiles(context) }
  const whole = inlineAll(page, kind, path => {
    const text = files[path]
    if (text === undefined) throw new Error(`Cannot make single file: ${path} is missing`)
    return text
  }).html
  return relativeInHtml(whole, `offline/${edition.id}-${kind}.html`)
}

/** A page as it is shown before it is given out, in one piece. */
export function previewPage(page: Page, context: PageContext, shells: Shells): string {
  const files: Record<string, string> = { ...shells.files, ...countyFiles(context) }
  return inlineAll(
    fillShell(shells.documents[page.shell], page.frame, page.main, context),
    null,
    path => files[path] ?? '',
  ).html
}

/**
 * The whole site by path: the pages of all editions of the context, and what they need. `icons` are PNGs in the site's colour,
 * by their sizes in pixels.
 */
export function wholeSite(
  context: PageContext,
  shells: Shells,
  icons: ReadonlyMap<number, Uint8Array>,
): Record<string, string | Uint8Array> {
  const pages = [
    ...sharedPages(context),
    ...context.editions.flatMap(edition => editionPages(edition, context)),
  ]
  const texts: Record<string, string> = {}
  for (const { path, shell, frame, main } of pages)
    texts[path] = relativeInHtml(fillShell(shells.documents[shell], frame, main, context), path)
  for (const edition of context.editions) {
    texts[`offline/${edition.id}-checklist.html`] = singleFile(edition, 'checklist', context, shells)
    texts[`offline/${edition.id}-intake.html`] = singleFile(edition, 'intake', context, shells)
  }
  const linked = Object.entries(texts)
    .filter(([path]) => !path.startsWith('offline/'))
    .map(([, text]) => text)
    .join('')
  for (const [path, text] of Object.entries({ ...shells.files, ...countyFiles(context) })) {
    // Scripts that only single files use stand in them.
    if (/^assets\/[^/]*(?<!\.part\.[0-9a-f]{8})\.js$/.test(path) && !linked.includes(path)) continue
    texts[path] = path.endsWith('.css') ? relativeInCss(text, path) : text
  }
  const pictures = Object.fromEntries([...icons].map(([size, bytes]) => [`icon-${size}.png`, bytes]))
  const all = { ...texts, ...pictures }
  return { ...all, 'sw.js': serviceWorkerScript(all, shells.serviceWorker) }
}

/** What follows from the county's name and colour. */
function countyFiles({ site }: PageContext): Record<string, string> {
  return {
    'theme.css': writeTheme(buildTheme(site.colour)),
    'favicon.svg': drawIcon(site),
    'site.webmanifest': writeManifest(site),
  }
}
