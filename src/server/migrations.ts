import type { Migration } from '../platform/database/migrate.ts'
import { identityMigrations } from '../platform/identity/migrations.ts'
import { noticesMigration } from '../platform/identity/notices-migration.ts'
import { storeMigration } from '../platform/store/migrations/0001-store.ts'
import { visitsMigration } from '../platform/store/migrations/0003-visits.ts'
import { searchMigration } from '../platform/store/migrations/0004-search.ts'
import { validMigration } from '../platform/store/migrations/0006-valid.ts'

/** All steps of the schema, numbered from 1 without gaps; a new one goes to the end, whichever part it belongs to. */
export const migrations: readonly Migration[] = [
  storeMigration,
  ...identityMigrations,
  visitsMigration,
  searchMigration,
  noticesMigration,
  validMigration,
]
