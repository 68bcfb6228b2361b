import { describe, expect, it } from 'vitest';
import { foretoldDiagnostics } from '../../src/report/foretold-diagnostics.ts';
import { formatForetoldMarkdown } from '../../src/report/foretold-markdown.ts';
import { formatForetoldText } from '../../src/report/foretold-text.ts';
import { foretoldHeadline } from '../../src/report/foretold-verdict.ts';
import { sampleForetold } from './sample-foretold.ts';

const FAILED = sampleForetold({
  base: {
    origin: 'files',
    files: ['db/1_start.sql'],
    failure: {
      file: 'db/1_start.sql',
      line: 7,
      column: 3,
      endLine: 7,
      sentence: 'The base schema cannot be made, so nothing is foretold.',
      solution: 'Correct the base schema.',
    },
  },
  files: [],
  pipelines: [],
});
const NOTHING = sampleForetold({ files: [], pipelines: [], notes: [] });

describe('what migrations will do', () => {
  it('reads as the golden files do', async () => {
    const report = sampleForetold();
    await expect(formatForetoldMarkdown(report)).toMatchFileSnapshot('golden/foretold.md');
    await expect(formatForetoldText(report, { colours: false })).toMatchFileSnapshot('golden/foretold.txt');
  });

  it('is said in one line: what goes wrong first', () => {
    expect(foretoldHeadline(sampleForetold())).toBe(
      '1 pipeline would stop, 1 table loaded anew, 1 column added',
    );
    expect(foretoldHeadline(NOTHING)).toBe('nothing changes in the lakehouse');
    expect(foretoldHeadline(FAILED)).toMatch(/nothing can be foretold/);
  });

  it('stands on the lines of the migrations, what pipelines share once', () => {
    const found = foretoldDiagnostics(sampleForetold()).map(({ file, line, severity, code }) => [
      file,
      line,
      severity,
      code,
    ]);
    expect(found).toEqual([
      ['db/2_channel.sql', 3, 'notice', 'migration-changes-target'],
      ['db/2_channel.sql', 5, 'warning', 'migration-needs-load'],
      ['db/10_<rename>.sql', 1, 'error', 'migration-stops-pipeline'],
    ]);
  });

  it('says where the base schema fails', () => {
    expect(foretoldDiagnostics(FAILED)).toMatchObject([
      { file: 'db/1_start.sql', line: 7, column: 3, severity: 'error', code: 'migration-fails' },
    ]);
    expect(formatForetoldText(FAILED, { colours: false })).toContain('db/1_start.sql:7:3');
    expect(formatForetoldMarkdown(FAILED)).toContain('Correct the base schema.');
  });
});
