/** The first clause of a text, e.g. 成立领导机构: what fits into a list or names a folder. Brackets end it too. */
export function firstClause(text: string): string {
  return text.split(/[,，;；。:：(（]/)[0] ?? text
}
