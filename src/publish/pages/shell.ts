/**
 * The built documents without an edition: what `build/publish-tool` takes out of the build for the publisher's page, so that
 * pages made in a browser have the stylesheet, the scripts and the policy of those that were built.
 */
import type { PageContext } from '../../build/edition'
import { type Frame, printFooter, printHead, printHeader } from './frame'
import type { Html } from './html'

/** The documents there are: without a script of their own, and one for each page that has one. */
export const shellKinds = ['plain', 'checklist', 'intake', 'checklist-file', 'intake-file'] as const

export type ShellKind = (typeof shellKinds)[number]

/** What the built shells come with. Paths are those of the site, without a leading slash. */
export interface Shells {
  documents: Record<ShellKind, string>
  /** Stylesheets, scripts and parts, by path. */
  files: Record<string, string>
  /** The service worker's code, which wants the list of files before it. */
  serviceWorker: string
}

/** Where a frame's pieces go in a shell. */
export const shellMarks = {
  head: '<!--shell:head-->',
  header: '<!--shell:header-->',
  main: '<!--shell:main-->',
  footer: '<!--shell:footer-->',
  class: 'shell-class',
}

export function fillShell(shell: string, frame: Frame, main: Html, context: PageContext): string {
  const pieces: [mark: string, text: string][] = [
    [shellMarks.head, printHead(frame, context).markup],
    [shellMarks.header, printHeader(frame, context).markup],
    [shellMarks.main, main.markup],
    [shellMarks.footer, printFooter(frame, context).markup],
    [` class="${shellMarks.class}"`, frame.class === undefined ? '' : ` class="${frame.class}"`],
  ]
  return pieces.reduce((html, [mark, text]) => html.replace(mark, () => text), shell)
}
