import type { Asset } from './registers/asset.ts'

/** Information and processes are what it is all about; every other kind only carries them (ISO/IEC 27005:2022). */
export function isPrimary(record: Pick<Asset, 'kind'>): boolean {
  return record.kind === 'information' || record.kind === 'process'
}
