import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomUUID,
  sign,
  verify,
} from 'node:crypto'
import { appendFile, link, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * Signs tree heads with Ed25519 in the signed-note form (C2SP signed-note and tlog-checkpoint), so that a checkpoint can
 * be checked without Waarborg. The key is made at the first start and kept in the data folder, apart from the database.
 */
export interface Signer {
  /** The name in the signature line and the public key as a verifier line: `name+keyid+base64(0x01 ‖ key)`. */
  readonly verifierKey: string
  sign(text: string): string
}

const NAME = 'waarborg'
const ALGORITHM_ED25519 = 0x01
/** PKCS 8 and SPKI put the raw 32 bytes of an Ed25519 key at their end. */
const RAW_LENGTH = 32
const ONLY_OWNER = 0o600

/** Reads the signing key of the data folder, or makes it. Keys of earlier rotations keep their public half beside it. */
export async function openSigner(keysFolder: string): Promise<Signer> {
  const path = join(keysFolder, 'ledger.key')
  const pem = await readFile(path, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw new Error('cannot read the signing key of the ledger', { cause: error })
  })
  if (pem !== null) return signerOf(createPrivateKey(pem))
  const { privateKey } = generateKeyPairSync('ed25519')
  // Of two processes that start at once one makes the key and the other reads it: under its own name it is whole.
  const made = `${path}.${randomUUID()}`
  await writeFile(made, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: ONLY_OWNER, flag: 'wx' })
  await link(made, path).catch((error: unknown) => {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  })
  await rm(made)
  const signer = signerOf(createPrivateKey(await readFile(path, 'utf8')))
  await keepPublicKey(keysFolder, signer.verifierKey)
  return signer
}

/** The public key for whoever checks; that of a key before this one stays known, or its signatures could not be checked. */
async function keepPublicKey(keysFolder: string, verifierKey: string): Promise<void> {
  const path = join(keysFolder, 'ledger.pub')
  const before = await readFile(path, 'utf8').catch(() => '')
  if (before.trim() !== '' && before.trim() !== verifierKey) await appendFile(join(keysFolder, 'known.pub'), before)
  await writeFile(path, `${verifierKey}\n`)
}

export function signerOf(key: KeyObject): Signer {
  const raw = rawPublicKey(createPublicKey(key))
  const id = keyId(NAME, raw)
  return {
    verifierKey: `${NAME}+${id.toString('hex')}+${Buffer.from([ALGORITHM_ED25519, ...raw]).toString('base64')}`,
    sign: (text) => {
      const signature = sign(null, Buffer.from(text, 'utf8'), key)
      return `${text}\n\u2014 ${NAME} ${Buffer.concat([id, signature]).toString('base64')}\n`
    },
  }
}

function rawPublicKey(key: KeyObject): Buffer {
  return key.export({ type: 'spki', format: 'der' }).subarray(-RAW_LENGTH)
}

/** C2SP signed-note: the first four bytes of SHA-256 over name, newline, algorithm and key. */
function keyId(name: string, raw: Buffer): Buffer {
  return createHash('sha256')
    .update(`${name}\n`)
    .update(Buffer.from([ALGORITHM_ED25519]))
    .update(raw)
    .digest()
    .subarray(0, 4)
}

/** Whether one of these verifier keys signed the note. Gives the signed text, or null. */
export function openNote(note: string, verifierKeys: readonly string[]): string | null {
  const split = note.lastIndexOf('\n\n')
  if (split < 0) return null
  const text = note.slice(0, split + 1)
  for (const line of note.slice(split + 2).split('\n')) {
    const [, name, encoded] = /^\u2014 (\S+) (\S+)$/.exec(line) ?? []
    if (name === undefined || encoded === undefined) continue
    const signature = Buffer.from(encoded, 'base64')
    if (verifierKeys.some((key) => signedBy(key, name, text, signature))) return text
  }
  return null
}

const SPKI_ED25519 = Buffer.from('302a300506032b6570032100', 'hex')

function signedBy(verifierKey: string, name: string, text: string, signature: Buffer): boolean {
  const [keyName, , encoded] = verifierKey.split('+')
  if (keyName !== name || encoded === undefined) return false
  const raw = Buffer.from(verifierKey.slice(verifierKey.indexOf('+', name.length + 1) + 1), 'base64').subarray(1)
  if (raw.length !== RAW_LENGTH || !signature.subarray(0, 4).equals(keyId(name, raw))) return false
  const key = createPublicKey({ key: Buffer.concat([SPKI_ED25519, raw]), format: 'der', type: 'spki' })
  return verify(null, Buffer.from(text, 'utf8'), key, signature.subarray(4))
}
