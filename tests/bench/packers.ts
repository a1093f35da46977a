/**
 * Runs in the page: stores files in IndexedDB and makes one ZIP Blob of them with each of the packers. Every peer is used
 * as its own documentation shows for Blobs, stores without deflating, and gives a Blob.
 */
import { BlobReader, BlobWriter, ZipWriter } from '@zip.js/zip.js'
import { downloadZip } from 'client-zip'
import { Zip, ZipPassThrough } from 'fflate'
import JSZip from 'jszip'
import { continueCrc32 } from '../../src/core/files/crc32'
import { digestBlob } from '../../src/io/files/digest'
import { packZip } from '../../src/io/zip/pack-zip'

interface Stored {
  path: string
  blob: Blob
  crc32: number
}

type Packer = (files: Stored[]) => Promise<Blob>

const packers: Record<string, Packer> = {
  印证: files =>
    packZip(
      files.map(({ path, blob, crc32 }) => ({ path, content: blob, crc32 })),
      new Date(),
    ),
  'client-zip': files => downloadZip(files.map(({ path, blob }) => ({ name: path, input: blob }))).blob(),
  fflate: files =>
    new Promise((resolve, reject) => {
      const parts: BlobPart[] = []
      const zip = new Zip((error, chunk, isLast) => {
        if (error) return reject(error)
        parts.push(chunk as Uint8Array<ArrayBuffer>)
        if (isLast) resolve(new Blob(parts))
      })
      const add = async () => {
        for (const { path, blob } of files) {
          const entry = new ZipPassThrough(path)
          zip.add(entry)
          entry.push(new Uint8Array(await blob.arrayBuffer()), true)
        }
        zip.end()
      }
      void add()
    }),
  'zip.js': async files => {
    const writer = new ZipWriter(new BlobWriter('application/zip'), { level: 0 })
    for (const { path, blob } of files) await writer.add(path, new BlobReader(blob))
    return writer.close()
  },
  JSZip: files => {
    const zip = new JSZip()
    for (const { path, blob } of files) zip.file(path, blob)
    return zip.generateAsync({ type: 'blob' })
  },
}

/** Writes `count` files of `size` random bytes into this origin's IndexedDB. */
async function store(count: number, size: number): Promise<void> {
  const db = await open()
  for (let i = 0; i < count; i++) {
    const bytes = new Uint8Array(size)
    for (let at = 0; at < size; at += 65_536) crypto.getRandomValues(bytes.subarray(at, at + 65_536))
    const record = { path: `data/文件${i}.bin`, blob: new Blob([bytes]), crc32: continueCrc32(0, bytes) }
    await done(db.transaction('files', 'readwrite').objectStore('files').put(record, i))
  }
}

/** Milliseconds until the packer gave its Blob, and the Blob's bytes. */
async function pack(name: string): Promise<{ ms: number; size: number }> {
  const db = await open()
  const files = (await done(db.transaction('files').objectStore('files').getAll())) as Stored[]
  const start = performance.now()
  const zip = await (packers[name] as Packer)(files)
  return { ms: performance.now() - start, size: zip.size }
}

/** Milliseconds to read and hash the files of an input one after another, with the hash this browser has. */
async function hash(input: HTMLInputElement): Promise<number> {
  const start = performance.now()
  for (const file of Array.from(input.files ?? []))
    await crypto.subtle.digest('SHA-256', await file.arrayBuffer())
  return performance.now() - start
}

/** Milliseconds to read the files of an input and take their CRC-32, on this one thread. */
async function checksum(input: HTMLInputElement): Promise<number> {
  const start = performance.now()
  for (const file of Array.from(input.files ?? []))
    for (let at = 0; at < file.size; at += chunk)
      continueCrc32(0, new Uint8Array(await file.slice(at, at + chunk).arrayBuffer()))
  return performance.now() - start
}

const chunk = 4 * 1024 * 1024

/** What digests the first file of an input in this context. */
async function engine(input: HTMLInputElement): Promise<string> {
  const [first] = Array.from(input.files ?? [])
  let used = ''
  const onEngine = (engine: string) => {
    used = engine
  }
  if (first) await digestBlob(first, { onEngine })
  return used
}

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open('bench', 1)
  request.onupgradeneeded = () => request.result.createObjectStore('files')
  return done(request)
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}

Object.assign(globalThis, { bench: { store, pack, hash, checksum, engine, names: Object.keys(packers) } })
