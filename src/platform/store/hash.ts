import { createHash, randomBytes } from 'node:crypto'
import type { Hash } from '../../kernel/merkle.ts'

/** SHA-256 over the parts one behind the other. */
export const sha256: Hash = (...parts) => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

/** Bytes of the salt of each hashed part: without it nobody can guess an erased name from its hash. */
const SALT_LENGTH = 16

export function newSalt(): Buffer {
  return randomBytes(SALT_LENGTH)
}
