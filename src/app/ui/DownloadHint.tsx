/** Tells how to keep a download: Chromium holds those of an http page back until the person clicks 保留. */
export function DownloadHint() {
  if (isSecureContext) return null
  return (
    <p>
      浏览器如果提示“无法安全下载”或把文件拦下，请在下载提示里点“保留”（或“…”里的“保留”）。没有看到文件，可以再点一次下载。
    </p>
  )
}
