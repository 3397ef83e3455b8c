/** SHA-256 handed in by the platform, so that the kernel stays free of Node. Gives 32 bytes. */
export type Hash = (...parts: readonly Uint8Array[]) => Uint8Array

/** Length in bytes of every hash of the tree. */
export const HASH_LENGTH = 32
const LEAF_PREFIX = new Uint8Array([0x00])
const NODE_PREFIX = new Uint8Array([0x01])

/** RFC 6962 section 2.1: the hash of a leaf is the hash of 0x00 and its input. */
export function leafHash(hash: Hash, input: Uint8Array): Uint8Array {
  return hash(LEAF_PREFIX, input)
}

function nodeHash(hash: Hash, left: Uint8Array, right: Uint8Array): Uint8Array {
  return hash(NODE_PREFIX, left, right)
}

/**
 * The right edge of a tree that only grows: the hashes of its complete subtrees, largest first, one for each bit of
 * `size` that is set. All that is needed to append a leaf and to know the root.
 */
export interface Frontier {
  readonly size: number
  readonly nodes: readonly Uint8Array[]
}

export const EMPTY_FRONTIER: Frontier = { size: 0, nodes: [] }

/** The frontier after one more leaf. Costs as many hashes as `size` has trailing ones in binary. */
export function append(hash: Hash, frontier: Frontier, leaf: Uint8Array): Frontier {
  const nodes = [...frontier.nodes]
  let node = leaf
  for (let size = frontier.size; size % 2 === 1; size = Math.floor(size / 2)) {
    const left = nodes.pop()
    if (left === undefined) throw new Error('cannot append to a frontier with too few nodes')
    node = nodeHash(hash, left, node)
  }
  nodes.push(node)
  return { size: frontier.size + 1, nodes }
}

/** RFC 6962 section 2.1: the root of the tree; that of the empty tree is the hash of nothing. */
export function root(hash: Hash, frontier: Frontier): Uint8Array {
  const last = frontier.nodes.at(-1)
  if (last === undefined) return hash()
  return frontier.nodes.slice(0, -1).reduceRight((right, left) => nodeHash(hash, left, right), last)
}

/** The frontier as the bytes that `ledger_head` keeps: its nodes one behind the other. */
export function packFrontier(frontier: Frontier): Uint8Array {
  const bytes = new Uint8Array(frontier.nodes.length * HASH_LENGTH)
  frontier.nodes.forEach((node, index) => bytes.set(node, index * HASH_LENGTH))
  return bytes
}

/** The inverse of `packFrontier`. Throws when the bytes do not fit the size, because then the head is damaged. */
export function unpackFrontier(size: number, bytes: Uint8Array): Frontier {
  const count = size.toString(2).replaceAll('0', '').length
  if (bytes.length !== count * HASH_LENGTH) throw new Error('cannot read a frontier that does not fit its size')
  return {
    size,
    nodes: Array.from({ length: count }, (_, index) => bytes.slice(index * HASH_LENGTH, (index + 1) * HASH_LENGTH)),
  }
}
