import { describe, expect, it } from 'vitest';
import { HELP } from '../../src/commands/help-text.ts';
import { runCli } from '../support/cli-process.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

/** The arguments of an example, up to where the shell takes over; quotes are not needed by ours. */
function argumentsOf(line: string): readonly string[] {
  const [, words = ''] = /\$ (?:\w+=\S+ )*tributary (.*)$/.exec(line) ?? [];
  return words.split(' ');
}

describe('the help of tributary init', () => {
  const examples = HELP.init.split('\n').filter((line) => line.includes('--yes'));

  it.each(examples)('shows an example that works as it stands: %s', async (example) => {
    await using directory = await temporaryDirectory({
      '.git/config': '[remote "origin"]\n\turl = git@github.com:acme/data.git\n',
    });
    const given = argumentsOf(example);
    // The host of an example is nobody's.
    const args = given.includes('--offline') ? given : [...given, '--offline'];
    const { exitCode, stdout, stderr } = await runCli(args, { directory: directory.path });
    expect(stderr).toBe('');
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^written {3}pipelines\/shop\.yml$/m);
  });

  it('says all that is needed at once where nobody can be asked', async () => {
    await using directory = await temporaryDirectory({});
    const { exitCode, stderr } = await runCli(['init', '--yes'], { directory: directory.path });
    expect(exitCode).toBe(2);
    for (const flag of ['--host', '--database', '--catalog', '--tables', '--repository'])
      expect(stderr).toContain(flag);
  });
});
