import { describe, expect, it } from 'vitest';
import { OutputGuard } from '../../src/commands/output-guard.ts';
import { Secret } from '../../src/model/secret.ts';
import { samplePipeline } from '../support/sample-pipeline.ts';

function guardOf(password: string, username = 'reader') {
  const pipeline = samplePipeline();
  const guard = new OutputGuard();
  guard.protect(
    [{ ...pipeline, source: { ...pipeline.source, username, password: new Secret(password) } }],
    {},
  );
  return guard;
}

describe('the guard before what the command line writes', () => {
  it('hides a secret in each of its forms, on a stream too', () => {
    const written: string[] = [];
    const stream = guardOf('pa$$ word').guarded({
      write: (text) => written.push(text),
      isTTY: true,
      columns: 80,
    });
    stream.write('host "db-pa$$ word", or pa%24%24%20word\n');
    expect(written).toEqual(['host "db-***", or ***\n']);
    expect(stream).toMatchObject({ isTTY: true, columns: 80 });
  });

  it('leaves JSON what it is when the secret is a number', () => {
    const report = { schemaVersion: 1, durationMs: 202612, text: 'of 202612' };
    const shown = guardOf('202612').redact(`${JSON.stringify(report, undefined, 2)}\n`);
    expect(JSON.parse(shown)).toEqual({ ...report, text: 'of ***' });
  });

  it('leaves the text as it is where nothing is secret, or the password is the user’s own name', () => {
    expect(new OutputGuard().redact('{\nno JSON')).toBe('{\nno JSON');
    expect(guardOf('postgres', 'postgres').redact('postgres_raw')).toBe('postgres_raw');
  });
});
