import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { ACTION_INPUTS, type ActionInputName, parseActionInputs } from '../../src/commands/action-inputs.ts';
import { INITIAL_OUTPUTS } from '../../src/commands/action-outputs.ts';

const given =
  (values: Partial<Record<ActionInputName, string>>) =>
  (name: ActionInputName): string =>
    values[name] ?? '';

describe('parseActionInputs', () => {
  it('takes one path a line, and nothing for an empty input', () => {
    expect(parseActionInputs(given({ config: 'gateway.yml\n  pipelines/ \n\n' }))).toEqual({
      command: 'validate',
      config: ['gateway.yml', 'pipelines/'],
      pipeline: undefined,
      maxDurationMs: undefined,
      report: undefined,
      workingDirectory: '.',
      skip: undefined,
    });
  });

  it('reads a duration in the notation of the configuration files', () => {
    expect(parseActionInputs(given({ 'max-duration': '50m' })).maxDurationMs).toBe(3_000_000);
  });

  it('answers a wrong command with the right ones', () => {
    expect(() => parseActionInputs(given({ command: 'valdate' }))).toThrow(
      expect.objectContaining({
        code: 'usage-invalid',
        solution: 'Did you mean validate? It may be validate, check or run.',
      }),
    );
  });

  it('skips one half of a check, and refuses to skip anything else', () => {
    expect(parseActionInputs(given({ command: 'check', skip: 'target' }))).toMatchObject({ skip: 'target' });
    expect(() => parseActionInputs(given({ skip: 'both' }))).toThrow('The input skip is "both"');
  });

  it('refuses what is not a duration', () => {
    expect(() => parseActionInputs(given({ 'max-duration': 'soon' }))).toThrow('"soon" is not a duration');
  });
});

describe('action.yml', () => {
  const manifest = z
    .object({
      name: z.string().min(1),
      description: z.string().min(1),
      branding: z.object({ icon: z.string(), color: z.string() }),
      inputs: z.record(z.string(), z.object({ description: z.string().min(1) })),
      outputs: z.record(z.string(), z.object({ description: z.string().min(1) })),
    })
    .parse(parse(readFileSync(new URL('../../action.yml', import.meta.url), 'utf8')));

  it('declares exactly the inputs that are read', () => {
    expect(Object.keys(manifest.inputs)).toEqual([...ACTION_INPUTS]);
  });

  it('declares exactly the outputs that are set', () => {
    expect(Object.keys(manifest.outputs)).toEqual(Object.keys(INITIAL_OUTPUTS));
  });

  it('has a description that the Marketplace takes', () => {
    expect(manifest.description.length).toBeLessThan(125);
  });
});
