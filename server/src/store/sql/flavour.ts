/** The database behind Kysely, where SQL alone does not hide the difference. */
export type Flavour = 'sqlite' | 'postgres'
