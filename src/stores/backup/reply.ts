/** 审核意见 brought to the page: finds the checklist that it is about and stores it there, in one transaction. */

import type { Reply } from '../../core/checklist/returned'
import { nameKey } from '../../core/text/name-key'
import { loadChecklist, saveChange } from '../../io/storage/checklists'
import { announceChange } from '../../io/storage/other-tabs'
import { $checklist } from '../checklist'
import { getCatalogue } from '../page'
import { switchUnit } from '../units'

/** Why a 审核意见 changed nothing. */
export type ReplyRefusal =
  | { code: 'reply-of-other-edition'; edition: string }
  | { code: 'reply-to-other-unit'; unit: string }
  /** The same one, or one that is older than what is shown. */
  | { code: 'reply-known' | 'reply-older'; at: string }

/** Takes in those that can be. @returns which; `refuse` hears why not the others. @throws the platform's error */
export async function bringReplies(
  brought: readonly { name: string; reply: Reply }[],
  refuse: (name: string, problem: ReplyRefusal) => void,
): Promise<Reply[]> {
  const taken: Reply[] = []
  for (const { name, reply } of brought) {
    const problem = await bringReply(reply)
    if (problem) refuse(name, problem)
    else taken.push(reply)
  }
  return taken
}

/** Takes it in and opens its checklist. @returns why not */
async function bringReply(reply: Reply): Promise<ReplyRefusal | null> {
  const { edition, unit, at } = reply
  if (edition !== getCatalogue().edition) return { code: 'reply-of-other-edition', edition }
  const checklist = await findChecklist(reply)
  if (!checklist) return { code: 'reply-to-other-unit', unit }
  const known = checklist.returned?.at ?? ''
  if (known >= at) return { code: known === at ? 'reply-known' : 'reply-older', at }
  const { id } = checklist
  await saveChange(id, { kind: 'take-reply', reply }, new Date())
  announceChange(id)
  await switchUnit(id)
  return null
}

/** By its id; a unit that began anew on this computer by its name. */
async function findChecklist({ checklists, unit }: Reply) {
  for (const id of checklists) {
    const stored = await loadChecklist(id)
    if (stored && 'checklist' in stored) return stored.checklist
  }
  const open = $checklist.get()
  return open && nameKey(open.unit.name) === nameKey(unit) ? open : null
}
