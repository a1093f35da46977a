/** What stands in the single-file editions: the site's pages as views of one page (`app/site/views`). */
import type { Edition, PageContext } from '../../build/edition'
import { checklistPage, intakePage } from './app-frame'
import { helpPage } from './help'
import { type Html, html } from './html'
import { tablePage } from './indicator-table'
import { intakeHelp } from './intake-help'
import { noticePage } from './notice'

export function checklistFileTitle({ catalogue }: Edition): string {
  return `${catalogue.label}填报（离线版）`
}

/** Checklist, notice, table and help. */
export function checklistFile(edition: Edition, context: PageContext): Html {
  return html`
    <div data-view="checklist">${checklistPage(edition, null, context)}</div>
    <div data-view="notice" id="notice">${noticePage(edition, null, context.now)}</div>
    <div data-view="table" id="table" class="landscape">${tablePage(edition)}</div>
    <div data-view="help" id="help">${helpPage(edition, context.site.office, null)}</div>
  `
}

export function intakeFileTitle({ catalogue }: Edition): string {
  return `${catalogue.label}收件核验（离线版）`
}

/** The office's: intake, table and its part of the help. */
export function intakeFile(edition: Edition, context: PageContext): Html {
  return html`
    <div data-view="intake">${intakePage(edition, null, context)}</div>
    <div data-view="table" id="table">${tablePage(edition)}</div>
    <div data-view="help" id="help">
      <div class="width stack narrow help">
        <div class="intro"><h1>使用说明</h1></div>
        ${intakeHelp(edition, null)}
      </div>
    </div>
  `
}
