import type { PageContent } from '../ui/page-content'

/** 下载离线版: the single-file edition under a name that says what it is; nothing in that file itself. */
export function SingleFileLink({ content }: { content: PageContent }) {
  if (!content.singleFile) return null
  return (
    <a href={content.singleFile} download={`${content.catalogue.edition}年度填报（离线版）.html`}>
      下载离线版
    </a>
  )
}
