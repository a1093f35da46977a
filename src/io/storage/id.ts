/** A new checklist's id: 128 random bits in hex. `crypto.randomUUID` is absent over http://name and before Chrome 92. */
export function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('')
}
