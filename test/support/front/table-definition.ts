import {
  IDENTIFIER,
  LITERAL,
  matchGroups,
  PATH,
  parseLiteral,
  parsePath,
  statementPattern,
} from './sql-pattern.ts';
import type { CatalogColumn, CatalogTable } from './table-catalog.ts';

/** The table that a CREATE TABLE of ours defines; `undefined` where the statement is none. */
export function readTableDefinition(statement: string): CatalogTable | undefined {
  const group = matchGroups(CREATE_TABLE, statement);
  if (group === undefined) return undefined;
  return {
    fullName: parsePath(group('table')).join('.').toLowerCase(),
    tableType: 'MANAGED',
    dataSourceFormat: 'DELTA',
    columns: [...group('columns').matchAll(COLUMN)].map(([, name = '', type = '', notNull]) =>
      columnOf(name, type, notNull === undefined),
    ),
    properties: Object.fromEntries(
      [...group('properties').matchAll(PROPERTY)].map(([, name = '', value = '']) => [
        parseLiteral(name),
        parseLiteral(value),
      ]),
    ),
  };
}

/** The column that an ALTER TABLE of ours adds, and to which table; `undefined` where the statement is none. */
export function readAddedColumn(
  statement: string,
): { readonly table: string; readonly column: CatalogColumn } | undefined {
  const group = matchGroups(ADD_COLUMN, statement);
  return group === undefined
    ? undefined
    : {
        table: parsePath(group('table')).join('.').toLowerCase(),
        column: columnOf(group('name'), group('type'), true),
      };
}

function columnOf(identifier: string, type: string, nullable: boolean): CatalogColumn {
  const [name = ''] = parsePath(identifier);
  return { name, typeText: type.toLowerCase(), nullable };
}

const TYPE = '[A-Z_]+(?:\\(\\d+,\\d+\\))?';
const COLUMN_LINE = `  ${IDENTIFIER} ${TYPE}(?: NOT NULL)?(?: COMMENT ${LITERAL})?`;
const NAMES = `${IDENTIFIER}(?:, ${IDENTIFIER})*`;

const CREATE_TABLE = statementPattern(
  `CREATE TABLE IF NOT EXISTS (?<table>${PATH}) \\(\n` +
    `(?<columns>${COLUMN_LINE}(?:,\n${COLUMN_LINE})*)(?:,\n  PRIMARY KEY \\(${NAMES}\\))?\n\\)\n` +
    `USING DELTA\n(?:CLUSTER BY (?:\\(${NAMES}\\)|AUTO|NONE)\n)?COMMENT ${LITERAL}\n` +
    `TBLPROPERTIES \\((?<properties>${LITERAL} = ${LITERAL}(?:, ${LITERAL} = ${LITERAL})*)\\)`,
);
const ADD_COLUMN = statementPattern(
  `ALTER TABLE (?<table>${PATH}) ADD COLUMN (?<name>${IDENTIFIER}) (?<type>${TYPE})`,
);
const COLUMN = new RegExp(`^  (${IDENTIFIER}) (${TYPE})( NOT NULL)?`, 'gm');
const PROPERTY = new RegExp(`(${LITERAL}) = (${LITERAL})`, 'gs');
