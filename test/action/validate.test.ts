import { describe, expect, it } from 'vitest';
import { runAction } from '../support/runner-emulator.ts';
import { sampleConfig } from '../support/sample-config.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

/** The 1-based place of a text in another, as an annotation names it. */
function placeOf(text: string, word: string): { line: number; column: number } {
  const before = text.slice(0, text.indexOf(word)).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}

describe('the packaged action, validate', () => {
  it('is content with a good configuration, and says what it describes', async () => {
    await using workspace = await temporaryDirectory({ 'pipeline.yml': sampleConfig() });
    const result = await runAction({ inputs: { config: 'pipeline.yml' }, workspace: workspace.path });
    expect(result.failed).toBe(false);
    expect(result.annotations).toEqual([]);
    expect(Object.fromEntries(result.outputs)).toMatchObject({
      status: 'valid',
      'failure-code': '',
      'report-path': '',
    });
    expect(result.log).toContain('orders_to_lake: appdb (public.orders) → lakehouse.orders_to_lake_raw');
  });

  it('marks a mistake on its line and column, in a file below the working directory', async () => {
    const text = sampleConfig().replace('selection:', 'selektion:');
    await using workspace = await temporaryDirectory({ 'team/pipelines/orders.yml': text });
    const result = await runAction({
      inputs: { config: 'pipelines/', 'working-directory': 'team' },
      workspace: workspace.path,
    });
    expect(result.exitCode).toBe(2);
    expect(result.outputs.get('status')).toBe('invalid');
    const { line, column } = placeOf(text, 'selektion');
    expect(result.annotations).toContainEqual(
      expect.objectContaining({
        level: 'error',
        title: 'Tributary: unknown-key',
        file: 'team/pipelines/orders.yml',
        line,
        column,
        endColumn: column + 'selektion'.length - 1,
        message: expect.stringContaining('selection'),
      }),
    );
  });

  it('marks a syntax error where the parser stands', async () => {
    const text = `${sampleConfig()}  broken: [\n`;
    await using workspace = await temporaryDirectory({ 'pipeline.yml': text });
    const result = await runAction({ inputs: { config: 'pipeline.yml' }, workspace: workspace.path });
    expect(result.exitCode).toBe(2);
    expect(result.annotations).toContainEqual(
      expect.objectContaining({
        title: 'Tributary: yaml-syntax',
        file: 'pipeline.yml',
        line: expect.any(Number),
      }),
    );
  });

  it.each([
    ['a command at the start of a line', '"::add-mask::orders"'],
    ['a command after a line end', '"x\\n::set-env name=NODE_OPTIONS::--inspect"'],
    ['a command in brackets', '"x ##[set-env name=A]1"'],
    ['an end of a group', '"x\\r::endgroup::"'],
  ])('is not taken in by %s in a table name', async (_, table) => {
    const text = `${sampleConfig({ table })}surplus: 1\n`;
    await using workspace = await temporaryDirectory({ 'pipeline.yml': text });
    const result = await runAction({ inputs: { config: 'pipeline.yml' }, workspace: workspace.path });
    expect(result.exitCode).toBe(2);
    expect(result.masks.has('orders')).toBe(false);
  });

  it('is not taken in by a command in the description of a valid pipeline', async () => {
    const text = sampleConfig({ table: '"x\\n::error::smuggled ##[error]smuggled"' });
    await using workspace = await temporaryDirectory({ 'pipeline.yml': text });
    const result = await runAction({ inputs: { config: 'pipeline.yml' }, workspace: workspace.path });
    expect(result.annotations.filter(({ message }) => message.startsWith('smuggled'))).toEqual([]);
  });

  it('answers wrong inputs with the right ones', async () => {
    await using workspace = await temporaryDirectory();
    const result = await runAction({ inputs: { command: 'valdate' }, workspace: workspace.path });
    expect(result.exitCode).toBe(2);
    expect(result.outputs.get('status')).toBe('failed');
    expect(result.annotations[0]?.message).toContain('Did you mean validate?');
  });

  it('says so when no configuration is given', async () => {
    await using workspace = await temporaryDirectory();
    const result = await runAction({ inputs: {}, workspace: workspace.path });
    expect(result.exitCode).toBe(2);
    expect(result.annotations[0]?.message).toContain('No configuration is given');
  });
});
