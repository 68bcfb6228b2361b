import { describe, expect, it } from 'vitest';
import { renamedKey, WORDS_OF_OTHERS } from '../../../src/config/lint/renamed-keys.ts';
import { gatewayDocumentSchema } from '../../../src/config/schema/gateway-document.ts';
import { pipelineDocumentSchema } from '../../../src/config/schema/pipeline-document.ts';
import { fieldsNamed } from '../../../src/config/schema-field.ts';
import { errorPlaces, GATEWAY, loadTexts, markedText, pipelineText } from '../config-text.ts';

const INLINE = '  host: db\n  database: shop';

describe('a key of another program', () => {
  it.each([
    [`${INLINE}\n  cdc: {publication_name: p, «slot: s}`, 'source.cdc.slot_name'],
    [`${INLINE}\n  «slot.name: s\n  cdc: {publication_name: p}`, 'source.cdc.slot_name'],
    [`${INLINE}\n  «table.include.list: a\n  cdc: {publication_name: p}`, 'selection.schemas[].tables'],
    [`${INLINE}\n  «hostname: db\n  cdc: {publication_name: p}`, 'source.host'],
    [`${INLINE}\n  «user: app\n  cdc: {publication_name: p}`, 'source.username'],
  ])('is answered with ours: %s', async (source, path) => {
    const { text, line, column } = markedText(pipelineText({ source }));
    const { diagnostics } = await loadTexts({ 'a.yml': text });
    expect(errorPlaces(diagnostics)).toEqual([`${line}:${column} unknown-key`]);
    expect(diagnostics[0]?.hint).toBe(`Write \`${path}\` instead.`);
  });

  it('is answered with the gateway’s own setting in a gateway', async () => {
    const text = `${GATEWAY.replace('slot_name', 'slot')}---\n${pipelineText({ source: '  gateway: main' })}`;
    const { diagnostics } = await loadTexts({ 'a.yml': text });
    expect(diagnostics[0]?.hint).toBe('Write `cdc.slot_name` instead.');
  });

  it('goes before a likeness: a cron is no slip of anything', async () => {
    const text = pipelineText({ rest: 'schedule: {type: interval, every: 15m, cron: "* * * * *"}\n' });
    const { diagnostics } = await loadTexts({ 'a.yml': text });
    expect(diagnostics[0]?.hint).toBe('Write `schedule.every` instead.');
  });

  it('that is one of ours, too, is taken for ours outside of its section', () => {
    expect(renamedKey(pipelineDocumentSchema, ['schedule', 'interval'])).toBe('schedule.every');
    expect(renamedKey(pipelineDocumentSchema, ['source', 'interval'])).toBeUndefined();
  });
});

describe('the table of other programs’ keys', () => {
  it.each(Object.entries(WORDS_OF_OTHERS))('leads to a setting that exists: %s', (end, words) => {
    const name = end.slice(end.lastIndexOf('.') + 1);
    const fields = [pipelineDocumentSchema, gatewayDocumentSchema].flatMap((schema) =>
      fieldsNamed(schema, name),
    );
    expect(fields.some((field) => field === end || field.endsWith(`.${end}`))).toBe(true);
    expect(words).not.toContain(name);
  });
});
