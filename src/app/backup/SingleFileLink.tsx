import { getCatalogue } from '../../stores/page'
import { checklistContent } from '../ui/page-content'

/** 下载离线版: the single-file edition under a name that says what it is; nothing in that file itself. */
export function SingleFileLink() {
  const { singleFile } = checklistContent()
  if (!singleFile) return null
  return (
    <a href={singleFile} download={`${getCatalogue().edition}年度填报（离线版）.html`}>
      下载离线版
    </a>
  )
}
