import { sql, type Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'
import type { Flavour } from '../flavour.ts'

/** The tables Drawbar began with. Migrations keep their own literals: what has run somewhere never changes. */
export function firstTables(flavour: Flavour): Migration {
  const bytes = flavour === 'sqlite' ? 'blob' : 'bytea'
  const ordinal = flavour === 'sqlite' ? sql`integer primary key autoincrement` : sql`bigserial primary key`

  async function rooms(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('rooms')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('host_name', 'text', (column) => column.notNull())
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .execute()
    await db.schema
      .createTable('rounds')
      .addColumn('ordinal', ordinal)
      .addColumn('id', 'text', (column) => column.notNull().unique())
      .addColumn('room_id', 'text', (column) => column.notNull().references('rooms.id'))
      .addColumn('question', 'text', (column) => column.notNull())
      .addColumn('level', 'text', (column) =>
        column.notNull().check(sql`level in ('mid', 'senior', 'staff')`),
      )
      .addColumn('minutes', 'integer', (column) => column.notNull().check(sql`minutes in (35, 45, 60)`))
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addColumn('epoch', 'integer', (column) => column.notNull())
      .execute()
    await db.schema.createIndex('rounds_of_room').on('rounds').columns(['room_id', 'ordinal']).execute()
  }

  async function people(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('links')
      .addColumn('ordinal', ordinal)
      .addColumn('id', 'text', (column) => column.notNull().unique())
      .addColumn('room_id', 'text', (column) => column.notNull().references('rooms.id'))
      .addColumn('role', 'text', (column) =>
        column.notNull().check(sql`role in ('interviewer', 'candidate', 'observer')`),
      )
      .addColumn('digest', 'text', (column) => column.notNull().unique())
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addColumn('revoked_at', 'bigint')
      .execute()
    await db.schema.createIndex('links_of_room').on('links').columns(['room_id', 'ordinal']).execute()
    await db.schema
      .createTable('participants')
      .addColumn('ordinal', ordinal)
      .addColumn('id', 'text', (column) => column.notNull().unique())
      .addColumn('room_id', 'text', (column) => column.notNull().references('rooms.id'))
      .addColumn('link_id', 'text', (column) => column.notNull().references('links.id'))
      .addColumn('role', 'text', (column) =>
        column.notNull().check(sql`role in ('interviewer', 'candidate', 'observer')`),
      )
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('color', 'text', (column) => column.notNull())
      .addColumn('token_digest', 'text', (column) => column.notNull().unique())
      .addColumn('joined_at', 'bigint', (column) => column.notNull())
      .execute()
    await db.schema
      .createIndex('participants_of_room')
      .on('participants')
      .columns(['room_id', 'ordinal'])
      .execute()
  }

  async function log(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('heads')
      .addColumn('round_id', 'text', (column) => column.primaryKey().references('rounds.id'))
      .addColumn('seq', 'bigint', (column) => column.notNull())
      .addColumn('event_seq', 'bigint', (column) => column.notNull())
      .execute()
    await db.schema
      .createTable('entries')
      .addColumn('round_id', 'text', (column) => column.notNull().references('rounds.id'))
      .addColumn('seq', 'bigint', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('by', 'text', (column) => column.notNull())
      .addColumn('audience', 'text', (column) =>
        column.notNull().check(sql`audience in ('all', 'interviewers', 'author')`),
      )
      .addColumn('board_update', bytes)
      .addColumn('event', 'text')
      .addColumn('command_id', 'text')
      .addColumn('command_part', 'integer')
      .addColumn('crc', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('entries_pk', ['round_id', 'seq'])
      .addCheckConstraint(
        'entries_board_or_event',
        sql`(board_update is null) <> (event is null)
          and (event is null) = (command_id is null)
          and (event is null) = (command_part is null)`,
      )
      .execute()
    await db.schema
      .createIndex('entries_once_per_command')
      .unique()
      .on('entries')
      .columns(['round_id', 'command_id', 'command_part'])
      .where(sql.ref('command_id'), 'is not', null)
      .execute()
    await db.schema
      .createIndex('events_of_round')
      .on('entries')
      .columns(['round_id', 'seq'])
      .where(sql.ref('command_id'), 'is not', null)
      .execute()
    await db.schema
      .createTable('snapshots')
      .addColumn('round_id', 'text', (column) => column.notNull().references('rounds.id'))
      .addColumn('seq', 'bigint', (column) => column.notNull())
      .addColumn('state', bytes, (column) => column.notNull())
      .addColumn('sha256', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('snapshots_pk', ['round_id', 'seq'])
      .execute()
  }

  async function rest(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('assets')
      .addColumn('round_id', 'text', (column) => column.notNull().references('rounds.id'))
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('mime_type', 'text', (column) => column.notNull())
      .addColumn('bytes', bytes, (column) => column.notNull())
      .addColumn('size', 'bigint', (column) => column.notNull())
      .addColumn('uploaded_by', 'text', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('assets_pk', ['round_id', 'name'])
      .execute()
    await db.schema
      .createTable('probes')
      .addColumn('id', 'integer', (column) => column.primaryKey())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .execute()
  }

  return {
    async up(db) {
      await rooms(db)
      await people(db)
      await log(db)
      await rest(db)
    },
  }
}
