import type { Department } from './catalogue'

/**
 * Departments whose short names stand, character by character and in order, in a unit's name: 市场监管部门 for
 * 青禾县市场监督管理局, 发改局 for 青禾县发展和改革局. An offer, never a choice: a bureau may answer for rows that its name does
 * not tell.
 */
export function likelyDepartments(unit: string, departments: readonly Department[]): Department[] {
  return departments.filter(({ name }) => {
    const short = name.replace(/(部门|委员会|局|办|委|厅)$/, '')
    return [...short].length > 1 && isWithin(short, unit)
  })
}

/** True where the characters of `short` occur in `text` in their order. */
function isWithin(short: string, text: string): boolean {
  let at = 0
  for (const character of short) {
    at = text.indexOf(character, at) + 1
    if (at === 0) return false
  }
  return true
}
