import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { withActionTables } from '../../scripts/action-tables.ts';
import { ACTION_INPUTS } from '../../src/commands/action-inputs.ts';
import { INITIAL_OUTPUTS } from '../../src/commands/action-outputs.ts';

const PROJECT = resolve(import.meta.dirname, '../..');
const readText = (name: string) => readFile(resolve(PROJECT, name), 'utf8');

const manifestText = await readText('action.yml');
const manifest = z
  .strictObject({
    name: z.string(),
    description: z.string(),
    author: z.string(),
    branding: z.strictObject({ icon: z.string(), color: z.string() }),
    inputs: z.record(
      z.string(),
      z.strictObject({
        description: z.string(),
        default: z.string().optional(),
        deprecationMessage: z.string().optional(),
      }),
    ),
    outputs: z.record(z.string(), z.strictObject({ description: z.string() })),
    runs: z.strictObject({ using: z.literal('node24'), main: z.string() }),
  })
  .parse(parse(manifestText));

/** Of Feather's icons, those that could stand for this Action. */
const ICONS = [
  'database',
  'droplet',
  'git-branch',
  'git-commit',
  'git-merge',
  'git-pull-request',
  'refresh-cw',
];
const COLOURS = ['white', 'black', 'yellow', 'blue', 'green', 'orange', 'red', 'purple', 'gray-dark'];
const MAX_DESCRIPTION = 125;

describe('action.yml', () => {
  it('declares the inputs that the Action reads, and no other', () => {
    const declared = Object.entries(manifest.inputs)
      .filter(([, { deprecationMessage }]) => deprecationMessage === undefined)
      .map(([name]) => name);
    expect(declared.toSorted()).toEqual([...ACTION_INPUTS].toSorted());
  });

  it('declares the outputs that the Action sets, and no other', () => {
    expect(Object.keys(manifest.outputs).toSorted()).toEqual(Object.keys(INITIAL_OUTPUTS).toSorted());
  });

  it('keeps the rules of the Marketplace', () => {
    expect(manifest.name).toMatch(/^\S.*\S$/);
    expect(manifest.description.length).toBeLessThan(MAX_DESCRIPTION);
    expect(ICONS).toContain(manifest.branding.icon);
    expect(COLOURS).toContain(manifest.branding.color);
  });

  it('names everything in kebab-case and describes it in a sentence', () => {
    for (const [name, { description }] of Object.entries({ ...manifest.inputs, ...manifest.outputs })) {
      expect(name).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
      expect([name, description]).toEqual([name, expect.stringMatching(/^.{10,}[.`]$/s)]);
    }
  });

  it('starts a file that is there', async () => {
    expect((await readText(manifest.runs.main)).length).toBeGreaterThan(0);
  });
});

describe('the tables of the README', () => {
  it('are what action.yml says', async () => {
    const readme = await readText('README.md');
    expect(withActionTables(readme, manifestText)).toBe(readme);
  });

  it('take pipes and line ends for text', () => {
    const page =
      '<!-- inputs:start -->\nold\n<!-- inputs:end -->\n<!-- outputs:start -->\n<!-- outputs:end -->\n';
    const text =
      'inputs:\n  a-b: { description: "x | y\\n z", default: "1" }\noutputs:\n  c: { description: "d." }\n';
    expect(withActionTables(page, text)).toContain('| `a-b` | `1` | x \\| y z |');
    expect(withActionTables(page, text)).toContain('| `c` | d. |');
    expect(() => withActionTables('# No place', text)).toThrow('<!-- inputs:start -->');
  });
});
