import { useState } from 'preact/hooks'
import { leastContrast, readabilityOf } from '../../core/site/colour'
import type { Project } from '../../publish/draft/project'
import { setSite, setYear } from '../../stores/publishing/project'
import { Field } from './pieces'

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
  const [isPale, setPale] = useState(false)
  const isYear = (text: string) => /^20\d\d(-[a-z0-9]+)*$/.test(text)
  /** `most` characters; those that a site need not have may be empty. */
  const text = (label: string, key: TextOfSite, most?: number, isOptional = false) => (
    <Field label={label}>
      <input
        type="text"
        maxLength={most}
        value={site[key]}
        onChange={({ currentTarget: { value } }) =>
          (isOptional || value.trim() !== '') && setSite({ ...site, [key]: value.trim() })
        }
      />
    </Field>
  )
  return (
    <div class="publish-form">
      <Field label="年度">
        <input
          type="text"
          pattern="20\d\d(-[a-z0-9]+)*"
          title="四位年份；一年里有几个考核的，后面加减号和小写英文，如 2023-food"
          value={year}
          onChange={({ currentTarget: { value } }) => isYear(value) && void setYear(value)}
        />
      </Field>
      {text('收件单位全称', 'organization')}
      {text('收件单位简称', 'office')}
      {text('网站名称', 'name')}
      {text('页眉方块里的一个字', 'mark', 1)}
      {text('一句话说明', 'description')}
      {text('门户上的栏目名称', 'column')}
      {text('门户的域名，可以没有', 'domain', undefined, true)}
      {text('网站标识码，可以没有', 'siteIdCode', undefined, true)}
      <Field label="主色">
        <input
          type="color"
          value={site.colour}
          onChange={({ currentTarget: { value } }) => {
            const isDark = readabilityOf(value) >= leastContrast
            setPale(!isDark)
            if (isDark) setSite({ ...site, colour: value })
          }}
        />
      </Field>
      {isPale && (
        <p class="attention" role="alert">
          这个颜色太浅，字看不清，没有换。请选深一些的。
        </p>
      )}
    </div>
  )
}
