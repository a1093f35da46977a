/**
 * The shape of `content/`, for the build and for what a publisher runs. Each field says what it is; `content/README.md`
 * says the same to the publisher. What one file's shape can't say (totals, ids, verbatim
 * texts) is checked in `core/edition/content.ts`.
 */
import { z } from 'astro/zod'
import { toFill } from '../core/edition/content'
import { columnRoles } from '../core/edition/table-source'
import { leastContrast, readabilityOf } from '../core/site/colour'

z.config(z.locales.zhCN())

const text = z
  .string({ error: issue => (issue.input === undefined ? '缺少这个字段' : '要写成文字') })
  .trim()
  .min(1, '不能空着')
  .refine(value => !value.includes(toFill), { error: `里面还有“${toFill}”，请填好` })
const day = z.string().regex(/^\d{4}-\d\d-\d\d$/, '日期写成 2022-12-25 的样子，并加引号')
const notes = z.array(text).optional()

const colour = z
  .string({ error: "缺少这个字段，写成 '#1f6f54' 的样子" })
  .regex(/^#[0-9a-f]{6}$/i, "写成 '#1f6f54' 的样子：井号加六位数字或字母，并加引号")
  .refine(value => !/^#[0-9a-f]{6}$/i.test(value) || readabilityOf(value) >= leastContrast, {
    error: ({ input }) =>
      `颜色太浅，字看不清：与底色的对比是 ${readabilityOf(String(input)).toFixed(1)}，至少要 ${leastContrast}。请换深一些的颜色`,
  })

/** `content/site.yaml`, for all editions. */
export const siteShape = z.strictObject({
  name: text.describe('网站名称，显示在每页页眉，也是 SiteName'),
  mark: z.string().trim().length(1, '只写一个字').describe('页眉方块里的一个字'),
  colour: colour.describe('主色，用于标题、按钮和链接，要深到白底上看得清'),
  organization: text.describe('收件单位全称，也是 ContentSource'),
  office: text.describe('收件单位简称，如 县考核办'),
  domain: z.string().describe('SiteDomain，不用时留空'),
  siteIdCode: z.string().describe('SiteIDCode，不用时留空'),
  column: text.describe('ColumnName，栏目名称'),
  description: text.describe('一句话说明网站用途'),
})

export type SiteFile = z.infer<typeof siteShape>

/** Front matter of `notice.md`; its text is the notice itself. */
const notice = z.strictObject({
  title: text.describe('名称，即通知标题'),
  year: z.int().min(2000).max(2099).optional().describe('年度；与文件夹名称开头的四位数不同时才写'),
  assessment: text.optional().describe('考核的名称，如 食品安全考核；一年里不止一个考核时写'),
  indexNumber: z.string().describe('索引号'),
  documentNumber: z.string().describe('文号，没有时留空'),
  publisher: text.describe('发文机构'),
  subject: text.optional().describe('主题分类，可以没有'),
  published: day.describe('发布日期'),
  validity: text.optional().describe('有效性，可以没有'),
  signatory: text.describe('落款单位'),
  dated: day.describe('落款日期'),
  deadline: z.iso
    .datetime({ offset: true, error: '写成 2022-12-25T16:00:00+08:00 的样子，必须带时区' })
    .optional()
    .describe('报送时限，通知没有说的不写'),
  delivery: text.optional().describe('报送方式，可以没有'),
  contact: z
    .strictObject({
      name: text.optional(),
      phone: text.optional(),
      email: text.optional(),
      address: text.optional(),
    })
    .optional()
    .describe('联系人、电话、邮箱、报送地点，都可以没有'),
  keywords: z.array(text).describe('关键词，给搜索引擎'),
  notes: notes.describe('编者注，显示在正文之外'),
})

const points = z.number().positive().optional()

const indicator = z.strictObject({
  id: text.describe('行号：第几类-该类的第几行，如 8-2'),
  sections: z.array(text).optional().describe('这一行上面横贯全表的小标题，由大到小；各行都写'),
  cells: z.record(text, text).describe('各栏的文字，照录；空格不写'),
  merged: z.array(text).optional().describe('与上一行合并的是哪几栏'),
  across: z.record(text, z.int().min(2)).optional().describe('横着合并的：从哪一栏起，合并几栏'),
  points: points.describe('分值；与 bonus、deduction、veto 最多写一个'),
  bonus: points.describe('最高加分，不计入总分'),
  deduction: points.describe('最高扣分'),
  veto: z.literal(true).optional().describe('一票否决'),
  departments: z.array(text).optional().describe('负责（牵头）的部门的 id'),
  supporting: z.array(text).optional().describe('配合的部门的 id'),
  items: z
    .array(z.strictObject({ id: text, text: text }))
    .optional()
    .describe('清单拆成的材料项'),
  note: text.optional().describe('编者注'),
})

const column = z.strictObject({
  name: text.describe('栏目名称，不能重复'),
  role: z.enum(columnRoles).describe('这一栏是什么'),
  heading: z.array(text).optional().describe('表头原样，从上到下；与 name 不同时才写'),
})

/** `indicators.yaml`: annex 1. */
const indicators = z.strictObject({
  title: text.describe('表的标题'),
  declared: z
    .strictObject({ rows: z.int().positive(), items: z.int().nonnegative(), points })
    .describe('应有的行数、材料项数、总分，用来核对；原文没有说总分的不写 points'),
  notes: notes.describe('对整张表的编者注'),
  columns: z.array(column).min(1).describe('表的各栏，顺序与原表相同'),
  departments: z.array(z.strictObject({ id: text, name: text })).describe('部门，没有时写 []'),
  indicators: z.array(indicator).min(1),
})

/** `materials.yaml`: the common materials, which every unit hands in. */
const materials = z.strictObject({
  title: text.describe('材料包名称，写进文件名'),
  folder: text.describe('共性资料文件夹的名称'),
  note: text.optional().describe('编者注'),
  items: z
    .array(z.strictObject({ id: text, label: text, text: text }))
    .describe('各单位都要交的，没有时写 []'),
})

/** `report.yaml`: annex 2, the self-assessment report's template. */
const report = z.strictObject({
  title: text,
  placeholder: text.describe('标题里要换成单位名称的字'),
  item: text.optional().describe('盖章的报告扫描件放进哪一项共性资料'),
  sections: z
    .array(
      z.strictObject({
        id: text,
        heading: text,
        indicators: z.literal(true).optional().describe('逐条对照考核要点填写'),
        contentLabel: text.optional(),
        answerLabel: text.optional(),
        fromTemplate: z.literal(false).optional().describe('模板里没有、按通知正文补上的部分'),
        note: text.optional(),
      }),
    )
    .min(1),
})

/** `units.yaml`: the units expected to hand in. An edition need not have it. */
const units = z
  .array(
    z.strictObject({
      name: text.describe('单位全称'),
      departments: z.array(text).optional().describe('对应评价部门的 id'),
      aliases: z.array(text).optional().describe('简称、曾用名，收件核验时认作同一单位'),
    }),
  )
  .optional()

/** An edition's four files, and the fifth that it need not have. */
export const editionShapes = { notice, indicators, materials, report, units }

export type EditionFiles = z.infer<z.ZodObject<typeof editionShapes>>
