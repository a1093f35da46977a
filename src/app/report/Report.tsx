import { useStore } from '@nanostores/preact'
import type { Checklist } from '../../core/checklist/checklist'
import {
  attachedReport,
  countCharacters,
  isWritten,
  nameField,
  type ReportField,
  reportFields,
  strayTexts,
} from '../../core/report/report'
import { buildScoreSheet } from '../../core/report/score'
import { changeChecklist } from '../../stores/checklist'
import { getCatalogue } from '../../stores/page'
import { $reportDownload, downloadReport } from '../../stores/report/report'
import { TextBox } from '../ui/TextBox'
import { ReportFile } from './ReportFile'
import { ReportRow } from './ReportRow'
import { ScoreSums } from './ScoreSums'
import { WordImport } from './WordImport'

interface Props {
  checklist: Checklist
}

/** 自评报告: annex 2 to fill in, section by section, each row with its evidence beside it. */
export function Report({ checklist }: Props) {
  const catalogue = getCatalogue()
  const download = useStore($reportDownload)
  const { item } = catalogue.report
  const fields = reportFields(catalogue, checklist)
  const attached = attachedReport(checklist)
  const open = attached ? [] : fields.filter(field => !isWritten(field))
  const wrong = buildScoreSheet(catalogue, checklist)?.wrong ?? 0
  const stray = strayTexts(catalogue, checklist)
  return (
    <>
      <header>
        <h2 id="report-heading">自评报告</h2>
        <p class={open.length === 0 ? 'state is-done' : 'state'}>
          {attached
            ? '✓ 另附'
            : open.length === 0
              ? '✓ 已写完'
              : `已写 ${fields.length - open.length}/${fields.length} 段`}
        </p>
        {attached ? (
          <p class="content">
            报告是另附的“{attached.name}”，放在材料包的最前面。下面的段落不用再写，写过的都留着。
          </p>
        ) : (
          <p class="content">
            按通知附件2的模板逐段填写，写的内容自动保存。
            {checklist.part
              ? '这里是分给您的几段，交回以后由联络员合并进本单位的报告。'
              : `下载后是排好版的 Word 文件，可以再改；打印盖章后，${item ? `扫描件加到“${item.id} ${item.label}”里` : ''}一起报送。`}
          </p>
        )}
        <div class="actions">
          <WordImport checklist={checklist} />
          {!checklist.part && <ReportFile checklist={checklist} />}
        </div>
        {open.length > 0 && (
          <details class="verbatim">
            <summary>还没有写的 {open.length} 段</summary>
            <ul class="links">
              {open.map(field => (
                <li key={field.id}>
                  <a href={`#report-${field.id}`}>{nameField(field)}</a>
                </li>
              ))}
            </ul>
          </details>
        )}
      </header>
      {catalogue.report.sections
        .filter(({ id }) => !checklist.part || fields.some(({ section }) => section.id === id))
        .map(section => (
          <section key={section.id} class="report-section" aria-labelledby={`report-heading-${section.id}`}>
            <h3 id={`report-heading-${section.id}`}>{section.heading}</h3>
            {section.note && (
              <p class="notes">
                <strong>编者注</strong> {section.note}
              </p>
            )}
            {fields
              .filter(field => field.section === section)
              .map(field =>
                field.indicator ? (
                  <ReportRow
                    heads={catalogue.heads}
                    key={field.id}
                    indicator={field.indicator}
                    section={section}
                    text={field.text}
                    checklist={checklist}
                  />
                ) : (
                  <Passage key={field.id} field={field} />
                ),
              )}
            {section.indicators && <ScoreSums checklist={checklist} />}
          </section>
        ))}
      {stray.length > 0 && (
        <section class="report-section">
          <h3>模板里已没有的段落</h3>
          <p>这些文字保留在清单里，不会印进报告；需要的请复制到上面。</p>
          {stray.map(([id, text]) => (
            <p key={id} class="content">
              {id} {text}
            </p>
          ))}
        </section>
      )}
      <div class="actions report-actions">
        <button
          type="button"
          class="button primary"
          disabled={download.state === 'writing'}
          onClick={() => void downloadReport()}
        >
          下载自评报告
        </button>
        <p>没有写完也可以下载，空着的段落只印标题。材料包里也会放一份。</p>
        {wrong > 0 && <p class="hint">有 {wrong} 行自评分填得不对，报告里会留空，请先改好。</p>}
      </div>
    </>
  )
}

function Passage({ field }: { field: ReportField }) {
  const { id, section, text } = field
  return (
    <div class="passage">
      <TextBox
        id={`report-${id}`}
        label={section.heading}
        describedBy={`report-count-${id}`}
        placeholder="在这里写，一段一行"
        rows={4}
        value={text}
        onInput={text => changeChecklist({ kind: 'set-report-text', id, text })}
      />
      <p class="characters" id={`report-count-${id}`}>
        {countCharacters(text)} 字
      </p>
    </div>
  )
}
