import { describe, expect, it } from 'vitest';
import { formatQueryResult, type QueryResult } from '../../src/query/query-result.ts';

const RESULT: QueryResult = {
  columns: [
    { name: 'order_id', type: 'BIGINT' },
    { name: 'note', type: 'VARCHAR' },
  ],
  rows: [
    ['9007199254740993', 'a, "b"'],
    ['7', null],
    ['8', ''],
  ],
  jsonRows: [{ order_id: '9007199254740993', note: 'a, "b"' }],
};

describe('formatQueryResult', () => {
  it('aligns numbers right, shows NULL, and counts the rows', () => {
    expect(formatQueryResult(RESULT, 'table')).toBe(
      [
        '        order_id  note',
        '────────────────  ──────',
        '9007199254740993  a, "b"',
        '               7  NULL',
        '               8',
        '(3 rows)',
        '',
      ].join('\n'),
    );
  });

  it('quotes CSV as RFC 4180 has it, and tells NULL from the empty text', () => {
    expect(formatQueryResult(RESULT, 'csv')).toBe(
      'order_id,note\r\n9007199254740993,"a, ""b"""\r\n7,\r\n8,""\r\n',
    );
  });

  it('gives rows as JSON objects', () => {
    expect(JSON.parse(formatQueryResult(RESULT, 'json'))).toEqual(RESULT.jsonRows);
  });

  it('does not let a value redraw the terminal', () => {
    const evil = { ...RESULT, rows: [['1', '\u001b[2J\nx']] };
    expect(formatQueryResult(evil, 'table')).toContain('\\u001b[2J x');
  });
});
