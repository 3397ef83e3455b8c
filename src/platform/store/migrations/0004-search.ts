/**
 * New words wait in the search index's list until the server's housekeeping sorts them in, within a minute or so. With room
 * for a large import there, no import and no save sorts them in itself while others wait for the head of the ledger.
 */
export const searchMigration = {
  id: 4,
  name: 'room in the search index',
  sql: 'alter index record_search set (gin_pending_list_limit = 65536)',
} as const
