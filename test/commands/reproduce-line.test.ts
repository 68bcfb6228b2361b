import { execFileSync } from 'node:child_process';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { neededVariables, reproduceLine } from '../../src/commands/reproduce-line.ts';
import { samplePipeline } from '../support/sample-pipeline.ts';

const STEP = {
  command: 'run',
  config: ['pipelines'],
  pipeline: undefined,
  workingDirectory: '',
  variables: [],
};

const GITHUB = { serverUrl: 'https://github.com' };

describe('reproduceLine', () => {
  it('is one plain line where nothing special is needed', () => {
    expect(reproduceLine(STEP)).toBe('tributary run --config pipelines');
  });

  it('fetches the Action that ran, at its commit, and never what a registry has under the same name', () => {
    const action = {
      ...GITHUB,
      repository: 'acme/tributary',
      ref: '0f0e0d0c0b0a09080706050403020100ffeeddcc',
    };
    expect(reproduceLine({ ...STEP, action })).toBe(
      "npx --yes 'github:acme/tributary#0f0e0d0c0b0a09080706050403020100ffeeddcc' run --config pipelines",
    );
    const own = { serverUrl: 'https://github.acme.example', repository: 'tools/tributary', ref: 'v1' };
    expect(reproduceLine({ ...STEP, action: own })).toBe(
      "npx --yes 'git+https://github.acme.example/tools/tributary.git#v1' run --config pipelines",
    );
    const local = { ...GITHUB, repository: '', ref: '' };
    expect(reproduceLine({ ...STEP, action: local })).toBe('tributary run --config pipelines');
  });

  it('names what has to be set, and where to go first', () => {
    const line = reproduceLine({
      ...STEP,
      config: ['a.yml', 'more/*.yml'],
      pipeline: 'orders to lake',
      flags: ['--reload', 'public.orders'],
      workingDirectory: 'team a',
      variables: ['DATABRICKS_HOST', 'PG_PASSWORD'],
    });
    expect(line.split('\n')).toEqual([
      '# set these first: DATABRICKS_HOST, PG_PASSWORD',
      "cd 'team a'",
      "tributary run --config a.yml --config 'more/*.yml' --pipeline 'orders to lake' --reload public.orders",
    ]);
  });

  it('hands every word to the program as it is, whatever a shell would make of it', () => {
    const odd = ["it's", '$HOME', '`id`', '~', '*', 'a"b', 'a\\b', '#c', '!x', '', ';', 'ä €', '-n'];
    const word = fc.oneof(
      fc.constantFrom(...odd),
      fc.string({ maxLength: 12 }).map((text) => text.replaceAll('\0', '')),
    );
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 5 }), (config) => {
        const action = { ...GITHUB, repository: 'acme/tributary', ref: 'v1' };
        const line = reproduceLine({ ...STEP, config, action });
        const script = `npx() { for word in "$@"; do printf '%s\\0' "$word"; done; }\n${line}`;
        const words = execFileSync('sh', ['-c', script], { encoding: 'utf8' }).split('\0').slice(0, -1);
        const program = ['--yes', 'github:acme/tributary#v1'];
        expect(words).toEqual([...program, 'run', ...config.flatMap((path) => ['--config', path])]);
      }),
      { numRuns: 30 },
    );
  });
});

describe('neededVariables', () => {
  const environment = { DATABRICKS_HOST: 'h', DATABRICKS_TOKEN: ' ', PATH: '/bin' };

  it('adds what a target in Unity Catalog takes from the environment, as far as it is set', () => {
    const needed = neededVariables(
      { variables: ['PG_PASSWORD'], pipelines: [samplePipeline()] },
      environment,
    );
    expect(needed).toEqual(['DATABRICKS_HOST', 'PG_PASSWORD']);
  });

  it('adds nothing for a target that asks nobody', () => {
    expect(neededVariables({ variables: ['B', 'A'], pipelines: [] }, environment)).toEqual(['A', 'B']);
  });
});
