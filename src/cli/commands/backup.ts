import { backup as makeBackup } from '../../platform/backup/backup.ts'
import { restore as takeBackup } from '../../platform/backup/restore.ts'
import { migrations } from '../../server/migrations.ts'
import type { Command } from '../command.ts'

const backup: Command = {
  name: 'backup',
  rest: ['FILE'],
  options: {},
  async run({ open, words }, { rest: [file = ''] }) {
    const installation = await open()
    const { database, fileBytes, store } = installation
    const verifierKeys = await installation.verifierKeys()
    await makeBackup(database.owner, file, { files: fileBytes, verifierKeys, now: store.clock.now() })
    return { value: { output: file }, lines: [words('cli.written', { output: file }), words('cli.backup.keys')] }
  },
}

const restore: Command = {
  name: 'restore',
  rest: ['FILE'],
  options: {},
  async run({ open, words }, { rest: [file = ''] }) {
    const installation = await open({ migrates: false })
    const restored = await takeBackup(installation.database.owner, file, { migrations, files: installation.fileBytes })
    await installation.keepVerifierKeys(restored.verifierKeys)
    const { madeAt, rows, files } = restored
    return { value: { madeAt, rows, files }, lines: [words('cli.restored', { madeAt, rows, files })] }
  },
}

export const backups: readonly Command[] = [backup, restore]
