import { useEffect, useState } from 'preact/hooks'
import { leastContrast, readabilityOf } from '../../core/site/colour'
import type { Project } from '../../publish/draft/project'
import { setSite, setYear } from '../../stores/publishing/project'
import { Field, TextField } from './pieces'

type TextOfSite =
  | 'organization'
  | 'office'
  | 'name'
  | 'mark'
  | 'description'
  | 'column'
  | 'domain'
  | 'siteIdCode'

/** The year, and whose site it is. */
export function SiteForm({ project: { year, site } }: { project: Project }) {
  const [wrongYear, setWrongYear] = useState('')
  const [isPale, setPale] = useState(false)
  // Of another year nothing was wrong.
  useEffect(() => setWrongYear(''), [year])
  const isYear = (text: string) => /^20\d\d(-[a-z0-9]+)*$/.test(text)
  /** `most` characters; those that a site need not have may be empty. */
  const text = (label: string, key: TextOfSite, most?: number, isOptional = false) => (
    <TextField
      label={label}
      value={site[key]}
      most={most}
      isOptional={isOptional}
      onText={text => setSite({ ...site, [key]: text })}
    />
  )
  return (
    <div class="publish-form">
      <div>
        <Field label="年度">
          <input
            type="text"
            pattern="20\d\d(-[a-z0-9]+)*"
            value={year}
            onChange={({ currentTarget }) => {
              const { value } = currentTarget
              const stay = () => {
                currentTarget.value = year
              }
              setWrongYear(isYear(value) ? '' : value)
              if (isYear(value)) void setYear(value).then(trouble => trouble && stay())
              else stay()
            }}
          />
        </Field>
        {wrongYear && (
          <p class="attention" role="alert">
            “{wrongYear}”不是年度，没有换。写四位年份；一年里有几个考核的，后面加减号和小写英文，如
            2023-food。
          </p>
        )}
      </div>
      {text('收件单位全称', 'organization')}
      {text('收件单位简称', 'office')}
      {text('网站名称', 'name')}
      {text('页眉方块里的一个字', 'mark', 1)}
      {text('一句话说明', 'description')}
      {text('门户上的栏目名称', 'column')}
      {text('门户的域名，可以没有', 'domain', undefined, true)}
      {text('网站标识码，可以没有', 'siteIdCode', undefined, true)}
      <div>
        <Field label="主色">
          <input
            type="color"
            value={site.colour}
            onChange={({ currentTarget }) => {
              const { value } = currentTarget
              const isDark = readabilityOf(value) >= leastContrast
              setPale(!isDark)
              if (isDark) setSite({ ...site, colour: value })
              else currentTarget.value = site.colour
            }}
          />
        </Field>
        {isPale && (
          <p class="attention" role="alert">
            这个颜色太浅，字看不清，没有换。请选深一些的。
          </p>
        )}
      </div>
    </div>
  )
}
