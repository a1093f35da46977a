/** What the publisher takes away: single files, the portal's folder, `content/`. */
import {
  buildEdition,
  type Edition,
  type EditionFolder,
  newestFirst,
  type PageContext,
} from '../../build/edition'
import { downloadBlob } from '../../io/files/download'
import { toBase64 } from '../../io/publishing/base64'
import { writeEdition } from '../../publish/content-writer'
import { noticeHtml } from '../../publish/draft/notice-html'
import {
  earlierOf,
  markOpen,
  type Project,
  type SourceFile,
  type Standing,
} from '../../publish/draft/project'
import { writeProject } from '../../publish/draft/project-file'
import type { Shells } from '../../publish/pages/shell'
import { editionPages, previewPage, singleFile, wholeSite } from '../../publish/pages/site'
import { ask } from '../../wording/publishing'
import { builtEditions } from './project'

export type Given = 'checklist' | 'intake' | 'site' | 'content'

/** Made for what stands now. @throws what went wrong, so that the page can say it */
export async function give(
  kind: Given,
  project: Project,
  standing: Standing,
  shells: Shells,
  now: Date,
): Promise<string> {
  const { edition, context } = make(project, standing, now)
  const { id } = edition
  if (kind === 'checklist' || kind === 'intake') {
    const name = `${id}-${kind === 'checklist' ? '填报' : '收件核验'}.html`
    const html = singleFile(edition, kind, context, shells)
    downloadBlob(new Blob([html], { type: 'text/html' }), name)
    return name
  }
  const { drawIcons, packFolder } = await import('../../io/publishing/packages')
  const isSite = kind === 'site'
  const folder = isSite ? `${id}-网站` : 'content'
  const files = isSite
    ? wholeSite(context, shells, await drawIcons(context.site))
    : prefixed(id, writeEdition(standing.folder))
  const name = isSite ? `${id}-网站.zip` : `${id}-content.zip`
  downloadBlob(await packFolder(folder, files, now), name)
  return name
}

function prefixed(folder: string, files: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(files).map(([name, text]) => [`${folder}/${name}`, text]))
}

/** The pages that can be looked at, each in one piece, made when it is asked for. */
export function listPreviews(project: Project, standing: Standing, shells: Shells, now: Date) {
  const { edition, context } = make(project, standing, now)
  return editionPages(edition, context).map(page => ({
    title: page.frame.title,
    here: page.frame.here,
    path: page.path,
    draw: () => previewPage(page, context, shells),
  }))
}

/** The work as a file; it opens on another computer, and next year. */
export async function saveAsFile(project: Project, standing: Standing | null): Promise<void> {
  const encode = (file: SourceFile | null) => (file ? toBase64(file.bytes) : '')
  const base64 = { table: await encode(project.table), notice: await encode(project.notice) }
  const text = writeProject(project, standing?.folder ?? null, base64)
  downloadBlob(new Blob([text], { type: 'application/json' }), `${project.year}-制作.json`)
}

function make(
  project: Project,
  { folder, open }: Standing,
  now: Date,
): { edition: Edition; context: PageContext } {
  const edition = build(markOpen(folder, open, ask))
  const others = earlierOf(project)
    .filter(({ folder: { id }, isWhole }) => isWhole && id !== folder.id)
    .map(({ folder }) => build(folder))
  return {
    edition,
    context: { site: project.site, editions: [edition, ...others].sort(newestFirst), now: now.getTime() },
  }
}

/** An edition that the build made keeps the text that the build made of its notice. */
function build(folder: EditionFolder): Edition {
  const built = builtEditions().find(built => built.folder === folder || built.folder.body === folder.body)
  return buildEdition(folder, built?.noticeHtml ?? noticeHtml(folder.body))
}
