/**
 * 审核意见 as the unit has it: what the office returned, and what the unit says that it put right since. Invariants: the
 * office's words are never changed here; a later 审核意见 takes the place of an earlier one, and what was said of a word that it
 * repeats stays.
 */

/** The office's word on one item that is not good yet. */
export interface ReplyNote {
  /** 退回补充 or 存疑. */
  verdict: 'returned' | 'doubtful'
  note: string
  /** When it was said, ISO 8601, UTC: tells one word on an item from the next. */
  at: string
  /** SHA-256 of the files that it was about. */
  files: string[]
}

/** 审核意见: what an office says to one unit. */
export interface Reply {
  edition: string
  /** Ids of the unit's checklists that the office had. */
  checklists: string[]
  unit: string
  /** The office's name, as its notice has it. */
  office: string
  /** When it was written, ISO 8601, UTC. */
  at: string
  /** The day until which it is to be put right, `2022-12-28`; empty where none is set. */
  until: string
  /** The closing word. */
  closing: string
  /** 校验码 of the bundles that it is about. */
  fingerprints: string[]
  /** Number of items that are good. */
  accepted: number
  /** By item id. */
  notes: Record<string, ReplyNote>
}

export interface ReturnedNote extends ReplyNote {
  /** When the person ticked 已补好, ISO 8601, UTC; empty while it is not. */
  repaired: string
  /** A line to the office. */
  response: string
}

export interface Returned extends Omit<Reply, 'notes'> {
  notes: Record<string, ReturnedNote>
}

/** 补充包: what a bundle that holds some items alone completes. */
export interface Completes {
  /** 校验码 of the bundles that were handed in before. */
  fingerprints: string[]
  items: string[]
}

/** What stands after a 审核意见 came; one that is not later than the one that is there changes nothing. */
export function takeReply(before: Returned | undefined, reply: Reply): Returned {
  if (before && before.at >= reply.at) return before
  const notes = Object.entries(reply.notes).map(([item, note]) => {
    const known = before?.notes[item]
    const said = known?.at === note.at ? known : { repaired: '', response: '' }
    return [item, { ...note, repaired: said.repaired, response: said.response }] as const
  })
  return { ...reply, notes: Object.fromEntries(notes) }
}

/** Whether an item has the very files that the office returned, and no word about them: 已补好 would have nothing to show. */
export function isUntouched(note: ReturnedNote, files: readonly { sha256: string }[]): boolean {
  const before = new Set(note.files)
  return (
    note.response.trim() === '' &&
    files.length === before.size &&
    files.every(({ sha256 }) => before.has(sha256))
  )
}

/** What the unit wrote to the office of an item; empty where it wrote nothing. */
export function responseTo({ returned }: { returned?: Returned | undefined }, item: string): string {
  return returned?.notes[item]?.response ?? ''
}

/** What the unit says of the items that were returned; what the office says is no work of hers. */
export function repairsIn({ returned }: { returned?: Returned | undefined }): string[][] {
  return Object.entries(returned?.notes ?? {}).flatMap(([item, { repaired, response }]) =>
    repaired + response === '' ? [] : [[item, repaired, response]],
  )
}

/** Of the items that were returned, those that are not ticked 已补好. */
export function openItems({ notes }: Pick<Returned, 'notes'>): string[] {
  return returnedItems({ notes }).filter(item => notes[item]?.repaired === '')
}

/** The ids of the items that were returned, in their order. */
export function returnedItems({ notes }: Pick<Returned, 'notes'>): string[] {
  return Object.keys(notes).filter(item => notes[item]?.verdict === 'returned')
}
