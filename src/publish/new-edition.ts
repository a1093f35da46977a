/** `npm run new-edition`: reads the files it was given, writes `content/<year>/`. Nothing is overwritten unasked. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import { isAddress, readEditions } from '../build/content-files'
import type { ColumnRole } from '../core/edition/table-source'
import type { SourceDocument } from './document'
import { buildEdition, type NewEdition } from './edition'
import { writeProtocol } from './protocol'
import { readSource } from './read/source'
import { Refusal } from './refusal'

export const protocolName = '导入报告.md'

interface NewEditionRequest {
  /** The content folder. */
  base: string
  year: string
  table: string
  notice?: string | undefined
  /** Roles of columns that the publisher said, by heading. */
  columns?: ReadonlyMap<string, ColumnRole> | undefined
  /** Whether the edition's files may be overwritten. */
  force?: boolean | undefined
}

/** @throws a Refusal before anything was written. */
export async function createEdition(request: NewEditionRequest): Promise<NewEdition> {
  const { base, year } = request
  if (!isAddress(year)) throw new Refusal({ code: 'bad-year', year })
  const folder = join(base, year)
  const names = ['notice.md', 'indicators.yaml', 'materials.yaml', 'report.yaml', protocolName]
  const existing = names.filter(name => existsSync(join(folder, name)))
  if (existing.length > 0 && !request.force)
    throw new Refusal({ code: 'edition-exists', folder, files: existing })
  const { editions, isOldBroken } = earlierEditions(base, year)
  const table = await readFile(request.table)
  const notice = request.notice === undefined ? undefined : await readFile(request.notice)
  const edition = buildEdition(year, table, notice, editions, request.columns)
  if (isOldBroken) edition.questions.unshift({ code: 'old-unreadable', folder })
  mkdirSync(folder, { recursive: true })
  for (const [name, text] of Object.entries({ ...edition.files, [protocolName]: writeProtocol(edition) })) {
    writeFileSync(join(folder, name), text)
  }
  return edition
}

/** Newest first: the edition itself, when it is made anew and was sound, those before it, then any after it. */
function earlierEditions(base: string, year: string) {
  const findings: string[] = []
  const editions = readEditions(base, findings)
  const others = findings.filter(finding => !finding.startsWith(join(base, year)))
  if (others.length > 0) throw new Refusal({ code: 'earlier-broken', count: others.length })
  const before = editions.filter(({ id }) => id <= year).reverse()
  const after = editions.filter(({ id }) => id > year)
  return { editions: [...before, ...after], isOldBroken: findings.length > 0 }
}

/** @throws a Refusal that names the file: there may be two. */
async function readFile(path: string): Promise<SourceDocument> {
  const bytes = readBytes(path)
  try {
    return await readSource(bytes)
  } catch (error) {
    if (error instanceof Refusal) error.file = basename(path)
    throw error
  }
}

function readBytes(path: string): Uint8Array {
  if (!existsSync(path)) throw new Refusal({ code: 'file-missing', path, similar: similarTo(path) })
  try {
    return readFileSync(path)
  } catch {
    throw new Refusal({ code: 'file-locked', path })
  }
}

/** Files beside it whose name is the same but for its ending: Windows hides endings. */
function similarTo(path: string): string[] {
  const folder = dirname(path)
  const stem = (name: string) => basename(name, extname(name)).normalize('NFKC')
  if (!existsSync(folder)) return []
  return readdirSync(folder).filter(name => stem(name) === stem(path) || stem(name) === basename(path))
}
