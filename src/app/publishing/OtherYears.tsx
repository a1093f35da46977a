import type { EditionFolder } from '../../build/edition'
import type { Project } from '../../publish/draft/project'
import { findOtherYears } from '../../publish/draft/years'
import { setYear } from '../../stores/publishing/project'

/** Says so where the table or the notice is of another year: last year's file was taken, or the year is not right. */
export function OtherYears({ project, folder }: { project: Project; folder: EditionFolder }) {
  const others = findOtherYears(folder)
  const [first] = others
  if (!first) return null
  const parts = others.map(
    ({ part, year }) => `${part === 'notice' ? '通知' : '考核要点表'}写的是 ${year} 年`,
  )
  const isOne = others.every(({ year }) => year === first.year)
  const other = others.length === 1 && project.notice ? (first.part === 'notice' ? '通知' : '表') : ''
  return (
    <p class="notes" role="alert">
      {parts.join('，')}，年度却是 {project.year}
      ：是不是放了别的年份的文件？放错了的，点“换一个{other || '表'}”
      {other === '' && project.notice && '“换一个通知”'}。{' '}
      {isOne && (
        <button
          type="button"
          class="button"
          onClick={() => void setYear(project.year.replace(/^\d{4}/, first.year))}
        >
          年度改为 {first.year}
        </button>
      )}
    </p>
  )
}
