/** What several pages print. */
import { formatDeadline } from '../../core/text/format'
import { attributes, type Html, html } from './html'

/**
 * 报送时限 with 已截止 once it has passed, or 报送中 before where `saysOpen` asks for it. Written for the moment `now`;
 * `app/site` keeps it right.
 */
export function printDeadline(deadline: string, now: number, saysOpen = false): Html {
  const isOpen = now < Date.parse(deadline)
  return html`
    <time datetime="${deadline}">${formatDeadline(deadline)}</time>
    <span class="badge" data-deadline="${deadline}"${attributes({ hidden: isOpen })}>已截止</span>
    ${saysOpen && html`<span class="badge is-open" data-open-until="${deadline}"${attributes({ hidden: !isOpen })}>报送中</span>`}
  `
}

/** 编者注: the publisher's remarks on the text, set apart from it. */
export function printNotes(notes: readonly string[] = []): Html | false {
  return (
    notes.length > 0 &&
    html`
      <div class="notes">
        ${notes.map(
          note => html`
            <p>
              <strong>编者注</strong> ${note}
            </p>
          `,
        )}
      </div>
    `
  )
}
