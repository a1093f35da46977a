import { getCatalogue } from '../../stores/page'
import { checklistContent } from '../ui/page-content'

/** 下载离线版: downloads the single-file edition under a Chinese name. In that file itself there is no link. */
export function SingleFileLink() {
  const { singleFile } = checklistContent()
  if (!singleFile) return null
  return (
    <a href={singleFile} download={`${getCatalogue().label}填报（离线版）.html`}>
      下载离线版
    </a>
  )
}
