// biome-ignore-all lint/suspicious/noTemplateCurlyInString: `${NAME}` is the syntax under test.
import { describe, expect, it } from 'vitest';
import { GATEWAY, loadTexts, pipelineText } from './config-text.ts';

const source = (lines: string): string => pipelineText({ source: lines });

describe('an error in a configuration', () => {
  it('does not keep the others from being told', async () => {
    const text = pipelineText({
      pipeline: '  nam: shop',
      source: '  host: db\n  port: high\n  cdc: {publication_name: p, slots: 1}',
      selection: '  schemas: [{name: s, tables: [{name: a}, {name: a}]}]',
      target: '  type: embedded\n  schema: a.b\n  path: ${LAKE}',
    });
    const { diagnostics } = await loadTexts({ 'b.yml': text, 'a.yml': 'gateway: {}\n' });
    expect(diagnostics.map(({ file, line, code }) => `${file}:${line} ${code}`)).toEqual([
      'a.yml:1 missing-field',
      'a.yml:1 missing-field',
      'b.yml:1 missing-field',
      'b.yml:2 unknown-key',
      'b.yml:3 missing-field',
      'b.yml:5 wrong-type',
      'b.yml:6 unknown-key',
      'b.yml:8 duplicate-table',
      'b.yml:11 invalid-value',
      'b.yml:12 variable-missing',
    ]);
  });

  it('in a gateway does not make the gateway unknown', async () => {
    const { diagnostics } = await loadTexts({
      'gateway.yml': GATEWAY.replace('database', 'databas'),
      'pipeline.yml': source('  gateway: main'),
    });
    expect(diagnostics.map(({ code }) => code)).toEqual(['unknown-key']);
  });

  it('in the syntax of one document leaves the other documents to be checked', async () => {
    const { diagnostics } = await loadTexts({
      'a.yml': 'gateway:\n\tname: main\n',
      'b.yml': source('  gateway: main\n  hots: 1'),
    });
    expect(diagnostics.map(({ file, code }) => `${file} ${code}`)).toEqual([
      'a.yml yaml-syntax',
      'b.yml unknown-key',
    ]);
  });

  it('stops aliases that multiply, and nesting without end', async () => {
    const levels = Array.from(
      { length: 12 },
      (_, level) => `l${level + 1}: &l${level + 1} [${Array(9).fill(`*l${level}`)}]`,
    );
    const bomb = `l0: &l0 [x, x]\n${levels.join('\n')}\n`;
    const circle = 'pipeline: &a {name: x, description: *a}\n';
    const deep = `pipeline: ${'['.repeat(20_000)}\n`;
    for (const text of [bomb, circle, deep]) {
      const { diagnostics } = await loadTexts({ 'set.yml': text });
      expect(diagnostics.map(({ code }) => code)).toHaveLength(1);
      expect(['yaml-too-complex', 'yaml-syntax']).toContain(diagnostics[0]?.code);
    }
  });
});

describe('two pipelines', () => {
  const other = { pipeline: '  name: other', target: '  type: embedded\n  schema: other' };

  it('cannot share a name, nor the gateway’s slot', async () => {
    const first = source('  gateway: main');
    const named = await loadTexts({ 'g.yml': GATEWAY, 'a.yml': first, 'b.yml': first });
    expect(named.diagnostics.map(({ file, code }) => `${file} ${code}`)).toEqual([
      'b.yml duplicate-name',
      'b.yml shared-slot',
    ]);
    const second = pipelineText({ ...other, source: '  gateway: main' });
    const { diagnostics, pipelines } = await loadTexts({ 'g.yml': GATEWAY, 'a.yml': first, 'b.yml': second });
    expect(diagnostics).toMatchObject([{ file: 'b.yml', line: 2, column: 9, code: 'shared-slot' }]);
    expect(diagnostics[0]?.hint).toContain('source.cdc.slot_name');
    expect(pipelines.map(({ name }) => name)).toEqual(['shop']);
  });

  it('may share a gateway when one has a slot of its own', async () => {
    const second = pipelineText({ ...other, source: '  gateway: main\n  cdc: {slot_name: other_slot}' });
    const set = await loadTexts({ 'g.yml': GATEWAY, 'a.yml': source('  gateway: main'), 'b.yml': second });
    expect(set.diagnostics).toEqual([]);
    expect(set.pipelines.map((pipeline) => pipeline.source.slotName)).toEqual(['main_slot', 'other_slot']);
  });

  it('cannot write one target table', async () => {
    const tables = '  schemas: [{name: public, tables: [{name: orders}]}]';
    const { diagnostics } = await loadTexts({
      'a.yml': pipelineText({ selection: tables }),
      'b.yml': pipelineText({ selection: tables, pipeline: '  name: other' }),
    });
    expect(diagnostics).toMatchObject([{ file: 'b.yml', code: 'shared-target' }]);
    expect(diagnostics[0]?.message).toContain('a.yml:9');
  });
});
