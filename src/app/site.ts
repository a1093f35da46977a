/** The little every page does by script: 大字, and 已截止 once a deadline has passed. Pages are complete without it. */
import { isLargeText, keepLargeText } from '../stores/large-text'

const button = document.getElementById('large-text')

function showLargeText(isLarge: boolean): void {
  document.documentElement.classList.toggle('is-large', isLarge)
  button?.setAttribute('aria-pressed', String(isLarge))
}

showLargeText(isLargeText())
if (button) {
  button.hidden = false
  button.addEventListener('click', () => {
    const isLarge = button.getAttribute('aria-pressed') !== 'true'
    keepLargeText(isLarge)
    showLargeText(isLarge)
  })
}

for (const badge of document.querySelectorAll<HTMLElement>('[data-deadline]')) {
  badge.hidden = Date.now() < Date.parse(badge.dataset.deadline ?? '')
}
