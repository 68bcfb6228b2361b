import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { runCli } from '../support/cli-process.ts';

const cli = (...args: readonly string[]) => runCli(args, { directory: tmpdir() });

describe('tributary --help', () => {
  it.each([['run'], ['validate'], ['check'], ['query'], ['demo']])(
    'teaches %s: its exit codes, and examples',
    async (command) => {
      const { exitCode, stdout } = await cli(command, '--help');
      expect(exitCode).toBe(0);
      expect(stdout).toContain('Exit codes:');
      if (command !== 'demo') expect(stdout).toContain(`$ tributary ${command}`);
    },
  );

  it('names the environment variables', async () => {
    expect((await cli('--help')).stdout).toMatch(/NO_COLOR[\s\S]*TRIBUTARY_LAKEHOUSE/);
  });
});

describe('tributary', () => {
  it('has the version of package.json', async () => {
    const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
    const { version } = z.object({ version: z.string() }).parse(JSON.parse(text));
    expect((await cli('--version')).stdout).toBe(`${version}\n`);
  });

  it.each([
    [[], 'Usage: tributary'],
    [['rnu'], 'Did you mean run?'],
    [['run'], "required option '-c, --config <paths...>' not specified"],
    [['run', '--config', 'x', '--format', 'xml'], 'Allowed choices are text, json'],
    [['run', '--config', 'x', '--max-duration', 'soon'], '"soon" is not a duration'],
    [['validate', '--config', 'x', '--formt', 'json'], 'Did you mean --format?'],
    [['query'], "missing required argument 'sql'"],
  ])('answers wrong usage %j with 2 and a word about it', async (args, word) => {
    const { exitCode, stdout, stderr } = await cli(...args);
    expect(stderr).toContain(word);
    expect(stdout).toBe('');
    expect(exitCode).toBe(2);
  });
});
