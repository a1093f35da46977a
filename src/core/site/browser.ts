/**
 * What a browser says of itself, where nothing else tells.
 *
 * Decision: Nobody begins inside 微信 and QQ. Their windows can't save a bundle, so the form shows the address for a
 * browser instead.
 */

/**
 * Whether a page is open inside 微信, 企业微信 or QQ, whose windows can't save a bundle. QQ浏览器 (`MQQBrowser`), a browser
 * like others, is not meant.
 */
export function isInsideChat(userAgent: string): boolean {
  return /MicroMessenger\/|\bQQ\/\d/.test(userAgent)
}
