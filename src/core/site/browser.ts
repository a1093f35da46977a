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

/**
 * True in Chromium before 109, among them the 86 of 360 on Windows 7: it may delete the files of a transaction while it commits
 * (`io/storage/read-back`). Seen in 86, not in 109; between them nobody looked.
 */
export function losesFiles(userAgent: string): boolean {
  return Number(/Chrome\/(\d+)/.exec(userAgent)?.[1]) < 109
}
