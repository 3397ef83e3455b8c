import { promisify } from 'node:util'
import { constants, gzip } from 'node:zlib'

const gzipped = promisify(gzip)
/** Below this a reply fits a packet anyway. */
const LEAST_BYTES = 1_400

export function acceptsGzip(header: string | undefined): boolean {
  return (header ?? '').split(',').some((coding) => /^\s*gzip\s*(;\s*q=(?!0(\.0*)?\s*$).*)?$/i.test(coding))
}

/** A JSON reply, compressed fast rather than small; null where it is not worth it. */
export async function compressed(payload: string): Promise<Buffer | null> {
  if (payload.length < LEAST_BYTES) return null
  return await gzipped(payload, { level: constants.Z_BEST_SPEED })
}
