import { spawnSync } from 'node:child_process'
import { chmodSync, chownSync, lchownSync, lstatSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Refusal } from '../../kernel/refusal.ts'

/** How a program of PostgreSQL is started by whoever runs Waarborg. */
export interface Launch {
  /** What stands before the program and its arguments. */
  readonly prefix: readonly string[]
  /** Set where the program runs as somebody else. */
  readonly uid?: number
  readonly gid?: number
  /** Whose the cluster's files must be, as seen from outside. */
  readonly filesOf: { readonly uid: number; readonly gid: number } | null
}

interface Unprivileged {
  readonly uid: number
  readonly gid: number
}

/**
 * PostgreSQL refuses to run as root. Then a user namespace in which root is called by the name of an unprivileged user
 * does it: the files stay root's, so it works below a home directory that nobody else may enter. Where namespaces are
 * forbidden (many containers) the program really becomes that user, who must be able to reach program and data.
 */
export function launchFor(binaries: string, folder: string): Launch {
  if (process.getuid?.() !== 0) return { prefix: [], filesOf: null }
  const user = unprivileged()
  const namespace = ['unshare', '-U', `--map-user=${user.uid}`, `--map-group=${user.gid}`]
  if (spawnSync('unshare', [...namespace.slice(1), 'true']).status === 0) {
    return { prefix: namespace, filesOf: { uid: 0, gid: 0 } }
  }
  // The data folder lets that user's group through and shows it nothing; folders above it are not ours to open.
  chownSync(folder, 0, user.gid)
  chmodSync(folder, 0o710)
  const reaches = ['-x', join(binaries, 'postgres'), '-a', '-x', folder]
  if (spawnSync('test', reaches, { uid: user.uid, gid: user.gid }).status !== 0) {
    throw new Refusal('conflict', 'database.root', { values: { user: user.uid, folder, program: binaries } })
  }
  return { prefix: [], uid: user.uid, gid: user.gid, filesOf: user }
}

/** `nobody` where there is one, else the first who is not root. It must be in /etc/passwd: initdb looks its name up. */
function unprivileged(): Unprivileged {
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name, , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter((user) => user.uid > 0 && user.gid > 0)
  const user = users.find(({ name }) => name === 'nobody') ?? users[0]
  if (user === undefined) throw new Refusal('conflict', 'database.no-user')
  return { uid: user.uid, gid: user.gid }
}

/** Gives the cluster to whoever runs it now; a container may have run it as somebody else before. */
export function handOver(launch: Launch, folder: string): void {
  const owner = launch.filesOf
  if (owner === null || lstatSync(folder).uid === owner.uid) return
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    lchownSync(join(folder, name), owner.uid, owner.gid)
  }
  // The folder itself last: an interrupted hand-over begins anew.
  lchownSync(folder, owner.uid, owner.gid)
}
