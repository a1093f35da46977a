/**
 * Recognises browsers by their user agent, where nothing else gives them away.
 *
 * Decision: Nobody begins inside 微信 and QQ. Their windows can't save a bundle, so the form shows the address for a
 * browser instead.
 */

/**
 * True inside 微信, 企业微信 and QQ, whose windows can't save a bundle. False in QQ浏览器 (`MQQBrowser`), which saves like
 * other browsers.
 */
export function isInsideChat(userAgent: string): boolean {
  return /MicroMessenger\/|\bQQ\/\d/.test(userAgent)
}

export function isFirefox(userAgent: string): boolean {
  return /Firefox\//.test(userAgent)
}
