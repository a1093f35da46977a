/** Why a command can't go on: a code with its data; `wording.ts` has the sentence. */
export type RefusalReason =
  | { code: 'bad-year'; year: string }
  | { code: 'no-table-given' }
  | { code: 'bad-columns'; text: string }
  | { code: 'file-missing'; path: string; similar: string[] }
  | { code: 'file-locked'; path: string }
  | { code: 'stray-words'; words: string[] }
  | { code: 'edition-exists'; folder: string; files: string[] }
  | { code: 'earlier-broken'; count: number }
  | {
      code:
        | 'empty'
        | 'protected'
        | 'old-format'
        | 'pdf'
        | 'picture'
        | 'web-archive'
        | 'damaged'
        | 'unknown-kind'
        | 'notice-empty'
        | 'no-rows'
    }
  | { code: 'no-table'; tables: number }

export class Refusal extends Error {
  readonly reason: RefusalReason
  /** Name of the file that can't be read; empty where it is about something else. */
  file = ''

  constructor(reason: RefusalReason) {
    super(`Cannot go on: ${reason.code}`)
    this.reason = reason
  }
}
