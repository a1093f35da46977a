/**
 * The publisher's work as records of this browser: one of what she did, one of each file, which is written once. Another tab
 * that works on it too is told from this one by a number that counts the writes.
 */
import { type Project, parseProject, type SourceFile } from '../../publish/draft/project'
import { backupPrefix, recordsInUse } from '../storage/records'

// Begins like a kind of key that older pages know: with one they don't, they would free no bytes any more.
const key = `${backupPrefix}publish`
const parts = ['table', 'notice'] as const
const keyOf = (part: (typeof parts)[number]) => `${key}:${part}`

type FilesKept = Record<(typeof parts)[number], SourceFile | null>

/** What the database holds, as this page wrote or read it last. */
let held: { writes: number; files: FilesKept } = { writes: 0, files: { table: null, notice: null } }

/** `unknown` where there is a record that this page can't read, say a newer page's. */
export async function loadProject(): Promise<Project | null | 'unknown'> {
  const [record, table, notice] = await recordsInUse().read([key, ...parts.map(keyOf)])
  if (record === undefined) return null
  const { writes = 0, ...rest } = record as Project & { writes?: number }
  const named = (own: SourceFile | null, file: unknown) =>
    own && !own.bytes ? ((file as SourceFile | undefined) ?? null) : own
  const project = parseProject(rest)
  if (!project) return 'unknown'
  const files = { table: named(project.table, table), notice: named(project.notice, notice) }
  // A page before this one kept the bytes inside the record: such a file has no record of its own yet.
  const apart = (part: (typeof parts)[number]) => (project[part]?.bytes ? null : files[part])
  held = { writes, files: { table: apart('table'), notice: apart('notice') } }
  return { ...project, ...files }
}

/**
 * Resolves after the transaction completed. Nothing was written where another tab wrote meanwhile (`elsewhere`), or where there
 * is a record that this page can't read (`unknown`).
 */
export async function saveProject(project: Project): Promise<'kept' | 'elsewhere' | 'unknown'> {
  const { writes, files } = held
  let state: 'kept' | 'elsewhere' | 'unknown' = 'kept'
  await recordsInUse().change([key], read => {
    const before = read.get(key) as (Project & { writes?: number }) | undefined
    if (before !== undefined && parseProject(before) === null) state = 'unknown'
    else if (before !== undefined && (before.writes ?? 0) !== writes) state = 'elsewhere'
    if (state !== 'kept') return { put: [], remove: [] }
    const named = (file: SourceFile | null) => file && { name: file.name }
    const record = {
      ...project,
      writes: writes + 1,
      table: named(project.table),
      notice: named(project.notice),
    }
    const changed = parts.filter(part => project[part] !== files[part])
    return {
      put: [
        [key, record],
        ...changed.flatMap(part =>
          project[part] ? [[keyOf(part), project[part]] as [string, unknown]] : [],
        ),
      ],
      remove: changed.filter(part => !project[part]).map(keyOf),
    }
  })
  if (state === 'kept') held = { writes: writes + 1, files: { table: project.table, notice: project.notice } }
  return state
}
