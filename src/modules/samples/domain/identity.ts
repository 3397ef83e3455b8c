import type { RecordId } from '../../../kernel/register.ts'

type Lanes = readonly [number, number, number, number]

const SEEDS: Lanes = [1_779_033_703, 3_144_134_277, 1_013_904_242, 2_773_480_762]
const FACTORS: Lanes = [597_399_067, 2_869_860_233, 951_274_213, 2_716_044_179]

/** One character stirred through four numbers of 32 bits. */
function stir([a, b, c, d]: Lanes, unit: number): Lanes {
  const first = b ^ Math.imul(a ^ unit, FACTORS[0])
  return [
    first,
    c ^ Math.imul(b ^ unit, FACTORS[1]),
    d ^ Math.imul(c ^ unit, FACTORS[2]),
    first ^ Math.imul(d ^ unit, FACTORS[3]),
  ]
}

/** What came in last gets everywhere too. */
function settle([a, b, c, d]: Lanes): Lanes {
  return [
    Math.imul(c ^ (a >>> 18), FACTORS[0]),
    Math.imul(d ^ (b >>> 22), FACTORS[1]),
    Math.imul(a ^ (c >>> 17), FACTORS[2]),
    Math.imul(b ^ (d >>> 19), FACTORS[3]),
  ]
}

/**
 * A UUID of version 8 (RFC 9562, 5.8) that a name always gives: 122 bits of a mixing hash, which is enough to keep the
 * records of a sample apart and keeps no secret. Pure, so that a sample can be made without Node.
 */
export function idFrom(name: string): RecordId {
  let lanes = SEEDS
  for (let index = 0; index < name.length; index += 1) lanes = stir(lanes, name.charCodeAt(index))
  const hex = settle(lanes)
    .map((lane) => (lane >>> 0).toString(16).padStart(8, '0'))
    .join('')
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 0x3) | 0x8).toString(16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`
}

/** Whether an id was worked out from a name, as those of drafts and samples are; what people make has one that nobody can foresee. */
export function isIdFrom(id: string): boolean {
  return id.charAt(14) === '8'
}
