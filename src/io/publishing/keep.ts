/**
 * The publisher's work as records of this browser: one of what she did, one of each file, which is written once. Another tab
 * that works on it too is told from this one by a number that counts the writes.
 */
import { type Project, parseProject, type SourceFile } from '../../publish/draft/project'
import { backupPrefix, recordsInUse } from '../storage/records'

// Begins like a kind of key that older pages know: with one they don't, they would free no bytes any more.
const key = `${backupPrefix}publish`
/** Where a record is put aside that this page does not understand. */
const asideKey = `${key}:aside`
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
  held = { writes, files }
  return { ...project, ...files }
}

/** Resolves after the transaction completed; `elsewhere` where another tab wrote meanwhile, and nothing was written. */
export async function saveProject(project: Project): Promise<'kept' | 'elsewhere'> {
  const { writes, files } = held
  let isElsewhere = false
  await recordsInUse().change([key], read => {
    const before = read.get(key) as (Project & { writes?: number }) | undefined
    const isUnknown = before !== undefined && parseProject(before) === null
    isElsewhere = before !== undefined && !isUnknown && (before.writes ?? 0) !== writes
    if (isElsewhere) return { put: [], remove: [] }
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
        ...(isUnknown ? [[asideKey, before] as [string, unknown]] : []),
        ...changed.flatMap(part =>
          project[part] ? [[keyOf(part), project[part]] as [string, unknown]] : [],
        ),
      ],
      remove: changed.filter(part => !project[part]).map(keyOf),
    }
  })
  if (isElsewhere) return 'elsewhere'
  held = { writes: writes + 1, files: { table: project.table, notice: project.notice } }
  return 'kept'
}
