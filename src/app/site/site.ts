/**
 * The script of every page: 大字, 已截止 once a deadline has passed, opening without a network, and the hint inside 微信
 * and QQ to open a browser. Pages are complete without it.
 */
import { isInsideChat } from '../../core/site/browser'
import { copyText, isLargeText, keepLargeText, offerInstalling, watchForUpdates } from '../../stores/site'

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

for (const badge of document.querySelectorAll<HTMLElement>('[data-deadline], [data-open-until]')) {
  const { deadline, openUntil } = badge.dataset
  const isOpen = Date.now() < Date.parse(deadline ?? openUntil ?? '')
  badge.hidden = isOpen === (deadline !== undefined)
}

// The departments ticked on the notice go with the link to the checklist. Without this script they are chosen there.
const departments = document.getElementById('departments')
const begin = document.getElementById('begin')
if (departments && begin) {
  const plain = begin.getAttribute('href') ?? ''
  departments.hidden = false
  departments.addEventListener('change', () => {
    const ids = [...departments.querySelectorAll<HTMLInputElement>(':checked')].map(({ value }) => value)
    begin.setAttribute('href', ids.length > 0 ? plain.replace(/(?=#|$)/, `?departments=${ids}`) : plain)
  })
}

const chat = document.getElementById('inside-chat')
if (chat && isInsideChat(navigator.userAgent)) {
  const address = chat.querySelector('input') as HTMLInputElement
  const copy = chat.querySelector('button') as HTMLButtonElement
  address.value = location.href
  address.addEventListener('focus', () => address.select())
  copy.addEventListener('click', async () => {
    const isDone = await copyText(address.value)
    copy.textContent = isDone ? '✓ 已复制' : '请长按网址复制'
    if (!isDone) address.focus()
  })
  chat.hidden = false
}

offerInstalling()

const update = document.getElementById('update')
const change = update?.querySelector('button')
if (update && change) {
  watchForUpdates(takeOver => {
    change.onclick = takeOver
    update.hidden = false
  })
}
