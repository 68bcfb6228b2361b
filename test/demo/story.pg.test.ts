import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type DemoOptions, runDemo } from '../../src/demo/story.ts';

describe('the demo', () => {
  it('says so and returns false when a run fails, and takes its PostgreSQL away', async () => {
    const stage = await openStage(`console.error('out of paper'); process.exitCode = 1;`);
    expect(await runDemo(stage.options())).toBe(false);
    expect(stage.printed()).toContain('│ out of paper');
    expect(stage.printed()).toContain('✗ The run should have ended with exit code 0; it was 1.');
    expect(existsSync(join(stage.directory, '.tributary/demo/postgres'))).toBe(false);
  });

  it('ends at once when it is told to, and takes its PostgreSQL and the run under way with it', async () => {
    const stage = await openStage(`
      import { writeFileSync } from 'node:fs';
      writeFileSync('run.pid', String(process.pid));
      setInterval(() => {}, 1000);`);
    const stop = new AbortController();
    const demo = runDemo(stage.options(stop.signal));
    const processId = await readWhenThere(join(stage.directory, 'run.pid'));
    stop.abort();
    expect(await demo).toBe(false);
    expect(stage.printed()).toContain('Stopped.');
    expect(existsSync(join(stage.directory, '.tributary/demo/postgres'))).toBe(false);
    expect(() => process.kill(Number(processId), 0)).toThrow('ESRCH');
  });
});

/** A working directory with a command line that does only what the script says. */
async function openStage(script: string) {
  const directory = await mkdtemp(join(tmpdir(), 'tributary-test-'));
  onTestFinished(async () => await rm(directory, { recursive: true, force: true }));
  const cliEntry = join(directory, 'cli.mjs');
  await writeFile(cliEntry, script);
  const texts: string[] = [];
  const stdout = { write: (text: string) => texts.push(text) };
  const options = (signal = new AbortController().signal): DemoOptions => ({
    workingDirectory: directory,
    cliEntry,
    stdout,
    signal,
    environment: process.env,
  });
  return { directory, options, printed: () => texts.join('') };
}

async function readWhenThere(path: string): Promise<string> {
  const read = async () => await readFile(path, 'utf8').catch(() => '');
  await expect.poll(read, { timeout: 30_000 }).not.toBe('');
  return await read();
}
