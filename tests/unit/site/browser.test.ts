import { isInsideChat } from '../../../src/core/site/browser'
import { expect, test } from '../runner'

const android =
  'Mozilla/5.0 (Linux; Android 10; MI 9 Build/QKQ1.190825.002; wv) AppleWebKit/537.36 (KHTML, like Gecko)'
const windows = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)'
const iphone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 16_3 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)'

const chats = {
  '微信 on Android': `${android} Version/4.0 Chrome/107.0.5304.141 Mobile Safari/537.36 XWEB/5075 MMWEBSDK/20230405 MicroMessenger/8.0.35.2360(0x2800235D) WeChat/arm64 Weixin NetType/WIFI Language/zh_CN ABI/arm64`,
  '微信 on an iPhone': `${iphone} Mobile/15E148 MicroMessenger/8.0.33(0x18002129) NetType/4G Language/zh_CN`,
  '微信 on Windows': `${windows} Chrome/107.0.0.0 Safari/537.36 NetType/WIFI MicroMessenger/7.0.20.1781(0x6700143B) WindowsWechat(0x63090819) XWEB/8519 Flue`,
  企业微信: `${windows} Chrome/108.0.5359.215 Safari/537.36 NetType/WIFI MicroMessenger/7.0.20.1781(0x6700143B) WindowsWechat(0x63090620) wxwork/4.1.10 MicroMessenger/7.0.1`,
  'QQ on Android, whose kernel is that of QQ浏览器': `${android} Version/4.0 Chrome/89.0.4389.72 MQQBrowser/6.2 TBS/046238 Mobile Safari/537.36 V1_AND_SQ_8.9.28_3650_YYB_D A_8092800 QQ/8.9.28.10155 NetType/WIFI WebP/0.3.0`,
  'QQ on an iPhone': `${iphone} Mobile/15E148 QQ/8.9.28.635 V1_IPH_SQ_8.9.28_1_APP_A Pixel/1170 Core/WKWebView NetType/WIFI`,
}

const browsers = {
  'QQ浏览器 on Android': `${android} Version/4.0 Chrome/98.0.4758.102 MQQBrowser/13.8 Mobile Safari/537.36 COVC/046333`,
  'QQ浏览器 on an iPhone': `${iphone} Version/16.0 MQQBrowser/13.8.2 Mobile/15E148 Safari/604.1 QBWebViewUA/2 QBWebViewType/1 WKType/1`,
  'QQ浏览器 on Windows': `${windows} Chrome/94.0.4606.71 Safari/537.36 Core/1.94.265.400 QQBrowser/12.5.5576.400`,
  Chrome: `${windows} Chrome/120.0.0.0 Safari/537.36`,
  Edge: `${windows} Chrome/120.0.0.0 Safari/537.36 Edg/120.0.2210.91`,
  'Internet Explorer, as 360 in 兼容模式':
    'Mozilla/5.0 (Windows NT 6.1; WOW64; Trident/7.0; rv:11.0) like Gecko',
  'Safari on an iPhone': `${iphone} Version/16.3 Mobile/15E148 Safari/604.1`,
}

for (const [name, userAgent] of Object.entries(chats)) {
  test(`isInsideChat() knows ${name}`, () => {
    expect(isInsideChat(userAgent)).toBe(true)
  })
}

for (const [name, userAgent] of Object.entries(browsers)) {
  test(`isInsideChat() lets ${name} pass`, () => {
    expect(isInsideChat(userAgent)).toBe(false)
  })
}
