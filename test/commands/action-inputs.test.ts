import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { ACTION_INPUTS, type ActionInputName, parseActionInputs } from '../../src/commands/action-inputs.ts';
import { INITIAL_OUTPUTS } from '../../src/commands/action-outputs.ts';

/** As the runner hands them over: names in upper case, hyphens kept. */
function given(values: Partial<Record<ActionInputName | string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value ?? '']),
  );
}

describe('parseActionInputs', () => {
  it('takes one path a line, and nothing for an empty input', () => {
    expect(parseActionInputs(given({ config: 'gateway.yml\n  pipelines/ \n\n' }))).toEqual({
      command: 'validate',
      config: ['gateway.yml', 'pipelines/'],
      pipeline: undefined,
      backfill: { tables: [], mode: 'missing', range: { from: null, to: null } },
      isDryRun: false,
      confirm: undefined,
      maxDurationMs: undefined,
      failOn: 'error',
      comment: 'changes-only',
      issues: 'manage',
      issueLabels: [],
      issueAssignees: [],
      migrations: [],
      scratchUrl: undefined,
      baseSchema: undefined,
      githubToken: undefined,
      report: 'tributary-report.json',
      workingDirectory: '.',
      skip: undefined,
      unknown: [],
    });
  });

  it('takes what a step does not give from a variable of its name', () => {
    const environment = {
      TRIBUTARY_WORKING_DIRECTORY: 'data',
      TRIBUTARY_COMMAND: 'run',
      'INPUT_FAIL-ON': '',
    };
    expect(parseActionInputs(environment)).toMatchObject({ workingDirectory: 'data', command: 'run' });
    expect(parseActionInputs({ ...environment, ...given({ command: 'status' }) }).command).toBe('status');
  });

  it('takes tables by line or by comma, and a key range with one end or two', () => {
    expect(
      parseActionInputs(
        given({ tables: 'public.a, public.b\npublic.a', mode: 'refresh', 'key-range': '10..' }),
      ).backfill,
    ).toEqual({ tables: ['public.a', 'public.b'], mode: 'refresh', range: { from: '10', to: null } });
    expect(() => parseActionInputs(given({ 'key-range': '..' }))).toThrow('The key range is not one');
    expect(() => parseActionInputs(given({ mode: 'refesh' }))).toThrow(
      'The mode of the backfill is "refesh"',
    );
  });

  it.each([
    ['max_duration', 'max-duration'],
    ['token', 'github-token'],
    ['configs', 'config'],
    ['cwd', 'working-directory'],
  ])('refuses the input %s, and names the right one', (name, right) => {
    expect(() => parseActionInputs(given({ [name]: 'x' }))).toThrow(
      expect.objectContaining({ code: 'usage-invalid', solution: `Write ${right} instead.` }),
    );
  });

  it('tells of a name that is like none', () => {
    expect(parseActionInputs(given({ zebra: 'x' })).unknown).toEqual(['zebra']);
  });

  it('never shows a token', () => {
    const { githubToken } = parseActionInputs(given({ 'github-token': 'ghs_0123' }));
    expect(JSON.stringify({ githubToken })).not.toContain('ghs_');
    expect(githubToken?.reveal()).toBe('ghs_0123');
  });

  it('reads a duration in the notation of the configuration files', () => {
    expect(parseActionInputs(given({ 'max-duration': '50m' })).maxDurationMs).toBe(3_000_000);
  });

  it('answers a wrong command with the right ones', () => {
    expect(() => parseActionInputs(given({ command: 'valdate' }))).toThrow(
      expect.objectContaining({
        code: 'usage-invalid',
        solution: 'Did you mean validate? It may be validate, plan, check, run, backfill or status.',
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
