import type { Random } from '../support/random.ts';

/** Tables of the base, with rows, for migrations made by chance. */
export const RANDOM_BASE = `
  CREATE TABLE items (id int PRIMARY KEY, a int, b text, c varchar(20));
  CREATE TABLE notes (id int PRIMARY KEY, a text, b int DEFAULT 3);`;

export const RANDOM_ROWS = `
  INSERT INTO items SELECT i, i, 'b' || i, 'c' FROM generate_series(1, 20) i;
  INSERT INTO notes SELECT i, 'a' || i, i FROM generate_series(1, 5) i;`;

const TABLES = ['items', 'items', 'notes', 'other'] as const;
const COLUMNS = ['a', 'b', 'c', 'd'] as const;
const TYPES = ['int', 'text', 'varchar(20)', 'varchar(40)', 'timestamptz', 'numeric(10,2)'] as const;
const DEFAULTS = ['', '', 'DEFAULT NULL', 'DEFAULT random()'] as const;
/** Constant ones, by type. */
const CONSTANTS: Readonly<Record<(typeof TYPES)[number], string>> = {
  int: '7',
  text: `'x'';y'`,
  'varchar(20)': `'x'`,
  'varchar(40)': `'y'`,
  timestamptz: `'2024-02-03 04:05:06+02'`,
  'numeric(10,2)': '1.5',
};

const KINDS = {
  'add-column': 6,
  'add-constant': 5,
  'drop-column': 3,
  'rename-column': 2,
  'alter-type': 3,
  'rename-table': 1,
  'drop-table': 1,
  'create-table': 3,
  'create-keyless': 1,
  'drop-key': 1,
  'add-key': 1,
  'replica-identity': 1,
  rows: 0,
  other: 3,
  transaction: 1,
} as const;

/** Statements of one migration. Some are refused by PostgreSQL, which is foretold as well. */
export function randomMigration(random: Random, options: { readonly withRows: boolean }): readonly string[] {
  const weights = { ...KINDS, rows: options.withRows ? 8 : 0 };
  const count = random.integer(1, 6);
  return Array.from({ length: count }, () => STATEMENTS[random.pickWeighted(weights)](random)).flat();
}

const STATEMENTS: Readonly<Record<keyof typeof KINDS, (random: Random) => readonly string[]>> = {
  'add-column': (random) => {
    const type = random.pick(TYPES);
    const preset = random.pick(DEFAULTS);
    const fits = preset !== 'DEFAULT random()' || type === 'numeric(10,2)' || type === 'int';
    return [
      `ALTER TABLE ${random.pick(TABLES)} ADD COLUMN ${random.pick(COLUMNS)} ${type} ${fits ? preset : ''}`,
    ];
  },
  'add-constant': (random) => {
    const type = random.pick(TYPES);
    return [
      `ALTER TABLE ${random.pick(TABLES)} ADD COLUMN ${random.pick(COLUMNS)} ${type} DEFAULT ${CONSTANTS[type]}`,
    ];
  },
  'drop-column': (random) => [`ALTER TABLE ${random.pick(TABLES)} DROP COLUMN ${random.pick(COLUMNS)}`],
  'rename-column': (random) => [
    `ALTER TABLE ${random.pick(TABLES)} RENAME ${random.pick(COLUMNS)} TO ${random.pick(COLUMNS)}`,
  ],
  'alter-type': (random) => [
    `ALTER TABLE ${random.pick(TABLES)} ALTER ${random.pick(COLUMNS)} TYPE ${random.pick(TYPES)} USING NULL`,
  ],
  'rename-table': (random) => [`ALTER TABLE ${random.pick(TABLES)} RENAME TO ${random.pick(TABLES)}`],
  'drop-table': (random) => [`DROP TABLE ${random.pick(TABLES)}`],
  'create-table': (random) => [
    `CREATE TABLE ${random.pick(TABLES)} (id int PRIMARY KEY, ${random.pick(COLUMNS)} ${random.pick(TYPES)})`,
  ],
  'create-keyless': (random) => [`CREATE TABLE ${random.pick(TABLES)} (id int NOT NULL)`],
  'drop-key': (random) => {
    const table = random.pick(TABLES);
    return [`ALTER TABLE ${table} DROP CONSTRAINT ${table}_pkey`];
  },
  'add-key': (random) => [`ALTER TABLE ${random.pick(TABLES)} ADD PRIMARY KEY (id)`],
  'replica-identity': (random) => [
    `ALTER TABLE ${random.pick(TABLES)} REPLICA IDENTITY ${random.pick(['FULL', 'DEFAULT', 'NOTHING'])}`,
  ],
  // Whatever the shape is: by the key alone.
  rows: (random) => {
    const table = random.pick(TABLES);
    return [
      random.pick([
        `INSERT INTO ${table} (id) VALUES (${random.integer(1000, 1_000_000)})`,
        `UPDATE ${table} SET id = id WHERE id < 3`,
        `TRUNCATE ${table}`,
      ]),
    ];
  },
  other: (random) => [
    random.pick([
      'CREATE INDEX ON items (id)',
      `COMMENT ON TABLE notes IS 'n'`,
      'CREATE OR REPLACE VIEW v AS SELECT 1 AS one',
      'VACUUM FULL items',
      'CLUSTER items USING items_pkey',
      'DO $$ BEGIN ALTER TABLE notes ADD COLUMN IF NOT EXISTS d text; END $$',
    ]),
  ],
  transaction: (random) => [random.pick(['BEGIN', 'COMMIT', 'ROLLBACK'])],
};
