/**
 * A static host as plain as a county portal's: files below a sub-path, no header of our own, a 404 page. What works here
 * needs nothing from the server.
 */
import { createReadStream } from 'node:fs'
import { realpath, stat } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, sep } from 'node:path'

export interface Server {
  port: number
  /** The address of `path` (relative to the folder); `host` must lead to 127.0.0.1. */
  url(path?: string, host?: string): string
  close(): Promise<void>
}

export interface ServerOptions {
  /** 0 lets the system choose. */
  port?: number
  /** Begins and ends with a slash. */
  prefix?: string
  /** The name `url` uses unless told otherwise. */
  host?: string
}

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.xml': 'application/xml; charset=utf-8',
  '.zip': 'application/zip',
}

/** Serves `folder` on 127.0.0.1 below `prefix` until closed. */
export async function serve(folder: string, options: ServerOptions = {}): Promise<Server> {
  const { prefix = '/', host: ownHost = '127.0.0.1' } = options
  const root = await realpath(folder)
  const server = createServer((request, response) => {
    answer(root, prefix, request, response).catch(() => response.destroy())
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port ?? 0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  return {
    port,
    url: (path = '', host = ownHost) => `http://${host}:${port}${prefix}${path}`,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function answer(
  root: string,
  prefix: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  response.setHeader('cache-control', 'no-store')
  if (request.method !== 'GET' && request.method !== 'HEAD') return end(response, 405)
  // Asked as a proxy, it is given the whole address.
  const path = decodePath((request.url ?? '/').replace(/^http:\/\/[^/]*/, ''))
  if (path === undefined) return end(response, 400)
  if (`${path}/` === prefix) return redirect(response, prefix)
  if (!path.startsWith(prefix)) return end(response, 404)
  const found = await resolveWithin(root, path.slice(prefix.length))
  if (found === undefined) {
    const page = await resolveWithin(root, '404.html')
    return page === undefined ? end(response, 404) : send(response, 404, page, request.method)
  }
  if (!(await stat(found)).isDirectory()) return send(response, 200, found, request.method)
  // Without the slash, relative links of the index page would lead one folder up.
  if (!path.endsWith('/')) return redirect(response, `${path}/`)
  const index = await resolveWithin(root, `${path.slice(prefix.length)}index.html`)
  return index === undefined ? end(response, 404) : send(response, 200, index, request.method)
}

function decodePath(url: string): string | undefined {
  try {
    const path = decodeURIComponent(url.replace(/[?#].*$/s, ''))
    return path.includes('\0') ? undefined : path
  } catch {
    return undefined
  }
}

/** The real path of `path` below `root`, if it exists and no `..` or symbolic link leads out. */
async function resolveWithin(root: string, path: string): Promise<string | undefined> {
  const found = await realpath(join(root, path)).catch(() => undefined)
  return found === root || found?.startsWith(root + sep) ? found : undefined
}

function redirect(response: ServerResponse, path: string): void {
  response.setHeader('location', encodeURI(path))
  end(response, 301)
}

function send(response: ServerResponse, status: number, path: string, method: string): void {
  response.setHeader('content-type', types[extname(path).toLowerCase()] ?? 'application/octet-stream')
  response.statusCode = status
  if (method === 'HEAD') {
    response.end()
    return
  }
  createReadStream(path)
    .on('error', () => response.destroy())
    .pipe(response)
}

function end(response: ServerResponse, status: number): void {
  response.statusCode = status
  response.end()
}
