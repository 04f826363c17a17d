import { sql, type Kysely } from 'kysely'
import { DEFAULT_MIGRATION_TABLE, Migrator, type Migration } from 'kysely/migration'
import { StoreTooNew } from '../store-too-new.ts'
import type { Flavour } from './flavour.ts'
import { firstTables } from './migrations/0001-first-tables.ts'
import type { Tables } from './tables.ts'

function migrationsFor(flavour: Flavour): Record<string, Migration> {
  return { '0001-first-tables': firstTables(flavour) }
}

/** Brings the tables up to date in one transaction; several nodes may call it at once. */
export async function migrate(db: Kysely<Tables>, flavour: Flavour): Promise<void> {
  const migrations = migrationsFor(flavour)
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } })
  const { error } = await migrator.migrateToLatest()
  if (error === undefined) return
  const unknown = (await executed(db)).filter((name) => !(name in migrations))
  if (unknown.length > 0) throw new StoreTooNew({ migrations: unknown, cause: error })
  throw new Error('The tables of the store could not be brought up to date.', { cause: error })
}

async function executed(db: Kysely<Tables>): Promise<string[]> {
  try {
    const { rows } = await sql<{
      name: string
    }>`select name from ${sql.table(DEFAULT_MIGRATION_TABLE)}`.execute(db)
    return rows.map(({ name }) => name)
  } catch {
    // Without the table nothing has run, and the migrator's own error says more.
    return []
  }
}
