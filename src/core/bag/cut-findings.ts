/** Findings of any number, cut to what is worth telling one by one; none of the count is lost. */
import { type CutFinding, countErrors, type Finding, severityOf } from './finding'

/** More than anybody reads; a page that lists the files of a bundle without manifest stays quick with it. */
const mostFindings = 1000

/** At most `mostFindings`, errors before notices where some have to go, and the number of those that went. */
export function cutFindings<Some extends Finding>(findings: readonly Some[]): (Some | CutFinding)[] {
  if (findings.length <= mostFindings) return [...findings]
  const errors: Some[] = []
  const notices: Some[] = []
  let goneErrors = 0
  for (const finding of findings) {
    const isError = severityOf(finding) === 'error'
    const kept = isError ? errors : notices
    if (kept.length < mostFindings) kept.push(finding)
    else if (isError) goneErrors += countErrors([finding])
  }
  const shown = [...errors, ...notices].slice(0, mostFindings)
  const goneNotices = findings.length - shown.length - goneErrors
  return [...shown, { code: 'more-findings', errors: goneErrors, notices: goneNotices }]
}
