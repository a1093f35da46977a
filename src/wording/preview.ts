/** Why a file is not shown in the page, and what to do instead. */
import type { NoPreview } from '../core/preview/kind'

export const noPreviewWording = {
  'too-large': '文件很大，在网页里打开会卡住，请另存以后用电脑上的软件打开。',
  'too-many-pixels': '图片的尺寸大得不正常，打开会占满内存，请另存以后再看，并先问清来源。',
  program: '这是程序，不是材料，没有打开。请不要运行，要另存先问清是什么。',
  'old-or-locked':
    '这是旧格式的文件（.doc、.xls、.wps、.et 等），或者设了密码，网页里看不了，请另存以后用 Word 或 WPS 打开。',
  'other-archive': '这是压缩包（RAR、7Z 等），网页里看不了，请另存以后用解压软件打开。',
  'other-kind': '这种文件在网页里看不了，请另存以后用电脑上的软件打开。',
  'no-viewer': '这个浏览器不能在网页里看 PDF，请另存以后打开。',
  'no-player': '这个浏览器放不了这个录音或录像，也可能文件已损坏，请另存以后用电脑上的播放器打开。',
  damaged: '文件读不出来，可能已损坏，或者内容和后缀名不符。可以另存以后再试。',
  empty: '文件是空的，没有内容（0 字节）。',
} satisfies Record<NoPreview, string>
