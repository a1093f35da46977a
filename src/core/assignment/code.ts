/** Bytes as letters, digits, `-` and `_` (base64url, RFC 4648 §5, without padding): what an address carries as it is. */

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

export function writeCode(bytes: Uint8Array): string {
  let code = ''
  for (let i = 0; i < bytes.length; i += 3) {
    const [a = 0, b = 0, c = 0] = bytes.subarray(i, i + 3)
    const word = (a << 16) | (b << 8) | c
    for (let shift = 18; shift >= 0; shift -= 6) code += digits[(word >> shift) & 63]
  }
  return code.slice(0, Math.ceil((bytes.length * 4) / 3))
}

/** The bytes; null where the text is not of `writeCode`. */
export function readCode(code: string): Uint8Array | null {
  if (!/^[\w-]*$/.test(code) || code.length % 4 === 1) return null
  const bytes = new Uint8Array(Math.floor((code.length * 3) / 4))
  for (let i = 0, at = 0; i < code.length; i += 4) {
    let word = 0
    for (let k = 0; k < 4; k++) word = (word << 6) | Math.max(0, digits.indexOf(code[i + k] ?? 'A'))
    for (let shift = 16; shift >= 0 && at < bytes.length; shift -= 8) bytes[at++] = (word >> shift) & 255
  }
  return bytes
}
