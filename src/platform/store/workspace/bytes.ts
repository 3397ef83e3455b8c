import { Refusal } from '../../../kernel/refusal.ts'
import type { Files } from '../../files.ts'
import type { FileBytes } from './format.ts'

/** Files as workspace files and backups take and give them: what arrives must be what its hash says. */
export function fileBytesOf(files: Files): FileBytes {
  return {
    open: (hash) => files.read(hash),
    save: async (hash, bytes) => {
      const kept = await files.put(bytes, Number.MAX_SAFE_INTEGER)
      // INVARIANT: what arrived under a wrong name stays, since an organisation may have that very file already.
      if (kept.hash !== hash) throw new Refusal('invalid', 'file.not-its-hash', { values: { hash } })
    },
  }
}
