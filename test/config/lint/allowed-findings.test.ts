import { describe, expect, it } from 'vitest';
import { pipelineText } from '../config-text.ts';
import { lintTexts } from './lint-texts.ts';
import { workflowText } from './workflow-texts.ts';

const include = (columns: string, above = ''): string =>
  pipelineText({
    selection: `  schemas: [{name: public, tables: [{name: people}]}]\n  include_columns:\n    - table: people\n${above}      columns: ${columns}`,
  });
const codes = async (text: string): Promise<readonly string[]> =>
  (await lintTexts({ 'a.yml': text })).map(({ code }) => code);

describe('a finding that a comment allows', () => {
  it.each([
    ['on its line', '[email] # tributary: allow personal-data-selected', ''],
    ['among other codes', '[email] # tributary: allow secret-in-file, personal-data-selected', ''],
    ['on the line above', '[email]', '      # tributary: allow personal-data-selected\n'],
  ])('is not told: %s', async (_, columns, above) => {
    expect(await codes(include(columns, above))).toEqual([]);
  });

  it.each([
    ['another code', '[email] # tributary: allow secret-in-file', ''],
    ['a value above', '[email]', '      # nothing\n'],
    ['text that is no comment', '[email, "x# tributary: allow personal-data-selected"]', ''],
  ])('is told beside %s', async (_, columns, above) => {
    expect(await codes(include(columns, above))).toEqual(['personal-data-selected']);
  });

  it('may be one in a workflow', async () => {
    const workflow = workflowText({
      on: 'on:\n  schedule:\n    - cron: "0 * * * *" # tributary: allow workflow-cron',
    });
    expect(
      await lintTexts({ 'pipelines/a.yml': pipelineText() }, { '.github/workflows/a.yml': workflow }),
    ).toEqual([]);
  });

  it('is never an error', async () => {
    const text = pipelineText({ pipeline: '  name: shop\n  nam: x # tributary: allow unknown-key' });
    expect(await codes(text)).toEqual(['unknown-key']);
  });
});
