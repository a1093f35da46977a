/** The sentences on a report that was written in Word. */
import type { WordProblem } from '../io/report/read-word'

/** Behind the file's name. */
export const wordProblemWording = {
  'old-format':
    '是旧格式的 Word（.doc）或 WPS（.wps）文件，或者加了密码，这里读不了。请用 Word 或 WPS 打开它，点“文件”→“另存为”，“保存类型”选“Word 文档（*.docx）”（去掉密码），再导入新存的那一个。报告没有改动。',
  'no-document': '不是 Word 文档（.docx）。请选自评报告的 Word 文件。报告没有改动。',
  unreadable:
    '没有读出来，文件可能损坏了，或者正被别的程序占用。请先在 Word 里打开看看，关上以后再导入。报告没有改动。',
} satisfies Record<WordProblem, string>
