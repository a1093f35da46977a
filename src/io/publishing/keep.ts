/** The publisher's work as a record of this browser. */
import { type Project, parseProject } from '../../publish/draft/project'
import { backupPrefix, recordsInUse } from '../storage/records'

// Begins like a kind of key that older pages know: with one they don't, they would free no bytes any more.
const key = `${backupPrefix}publish`

export async function loadProject(): Promise<Project | null> {
  return parseProject((await recordsInUse().read([key]))[0])
}

/** Null removes it. Resolves after the transaction completed. */
export function saveProject(project: Project | null): Promise<void> {
  return recordsInUse().change([], () =>
    project === null ? { put: [], remove: [key] } : { put: [[key, project]], remove: [] },
  )
}
