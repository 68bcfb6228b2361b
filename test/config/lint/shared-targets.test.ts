import { describe, expect, it } from 'vitest';
import { errorPlaces, loadTexts, markedText, pipelineText } from '../config-text.ts';

const target = (lines: string): string => `  type: embedded\n  schema: shop\n${lines}`;
const LOWER = target('  table_naming: {prefix: pg_, case: lower}');
const one = (tables: string): string => `  schemas: [{name: public, tables: [${tables}]}]`;

/** What collides, the selection with `«` at the later table, the target. */
const CASES: readonly (readonly [name: string, selection: string, target: string, first: string])[] = [
  [
    'names that differ in case, under `case: lower`',
    one('{name: Orders}, {name: «orders}'),
    LOWER,
    '`Orders`',
  ],
  [
    'names that differ in case, which every warehouse takes for one',
    one('{name: Orders}, {name: «orders}'),
    target('  table_naming: {case: preserve}'),
    '`Orders`',
  ],
  [
    'a destination and a name with its prefix',
    one('{name: orders}, {name: old_orders, destination_table: «PG_orders}'),
    LOWER,
    '`orders`',
  ],
  [
    'two destinations',
    one('{name: a, destination_table: all}, {name: b, destination_table: «all}'),
    LOWER,
    '`a`',
  ],
  [
    'tables of two schemas',
    '  schemas: [{name: public, tables: [{name: orders}]}, {name: sales, tables: [{name: «orders}]}]',
    LOWER,
    '`orders`',
  ],
];

describe('two source tables for one target table', () => {
  it.each(CASES)('are an error on the later one: %s', async (_, selection, targetLines, first) => {
    const { text, line, column } = markedText(pipelineText({ selection, target: targetLines }));
    const { diagnostics } = await loadTexts({ 'a.yml': text });
    expect(errorPlaces(diagnostics)).toEqual([`${line}:${column} shared-target`]);
    expect(diagnostics[0]?.message).toContain(`as ${first} (line 9)`);
  });

  it('are an error across pipelines, whose prefixes make one name of two', async () => {
    const { text, line, column } = markedText(
      pipelineText({ pipeline: '  name: other', selection: one('{name: «pg_orders}') }),
    );
    const { diagnostics } = await loadTexts({
      'a.yml': pipelineText({ selection: one('{name: Orders}'), target: LOWER }),
      'b.yml': text,
    });
    expect(diagnostics).toMatchObject([{ file: 'b.yml', line, column, code: 'shared-target' }]);
    expect(diagnostics[0]?.message).toContain('a.yml:9');
  });

  it('are not found where the targets are not the same', async () => {
    const orders = one('{name: orders}');
    const { diagnostics } = await loadTexts({
      'a.yml': pipelineText({ selection: orders }),
      'b.yml': pipelineText({
        pipeline: '  name: other',
        selection: orders,
        target: '  type: embedded\n  schema: other',
      }),
      'c.yml': pipelineText({
        pipeline: '  name: third',
        selection: orders,
        target: target('  path: ./other.duckdb'),
      }),
    });
    expect(diagnostics).toEqual([]);
  });
});
