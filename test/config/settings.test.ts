import { describe, expect, it } from 'vitest';
import { parseByteSize, parseDuration } from '../../src/config/schema/fields.ts';
import { GATEWAY, loadTexts, pipelineText } from './config-text.ts';

async function loadOne(text: string, gateway = '') {
  const { pipelines, diagnostics } = await loadTexts({ 'conf/set.yml': `${gateway}---\n${text}` });
  expect(diagnostics).toEqual([]);
  const [pipeline] = pipelines;
  if (pipeline === undefined) throw new Error('no pipeline was made');
  return pipeline;
}

describe('a pipeline', () => {
  it('needs little: everything else has a default', async () => {
    const pipeline = await loadOne(pipelineText());
    expect(pipeline.source).toMatchObject({
      port: 5432,
      username: 'postgres',
      password: undefined,
      sslmode: 'prefer',
      slotName: 'tributary_shop',
      connectTimeoutMs: 15_000,
      loadParallelism: 2,
    });
    expect(pipeline.target).toEqual({
      tag: 'embedded',
      path: '/work/conf/lakehouse.duckdb',
      catalog: 'lakehouse',
      schema: 'shop',
      stateSchema: 'shop',
      memoryLimitBytes: 1024 ** 3,
    });
    expect(pipeline.write).toEqual({ mode: 'merge', keys: new Map(), deletedRows: 'remove' });
    expect(pipeline.selection.schemas).toEqual([{ name: 'public', tables: undefined }]);
    expect(pipeline.schedule).toEqual({ tag: 'manual' });
  });

  it('says where its lakehouse file lies, how large things may be, and what special values become', async () => {
    const pipeline = await loadOne(
      pipelineText({
        target: [
          '  type: embedded',
          '  path: ../data/lake.duckdb',
          '  catalog: lake',
          '  schema: raw',
          '  state_schema: tributary',
          '  memory_limit: 512MB',
          '  special_values: null',
        ].join('\n'),
        rest: [
          'limits:',
          '  interval: {max_changes: 10, max_bytes: 2MB, max_duration: 90s}',
          '  part: {max_bytes: 64kB, max_rows: 5}',
          '  load: {range_rows: 1000}',
        ].join('\n'),
      }),
    );
    expect(pipeline.target).toEqual({
      tag: 'embedded',
      path: '/work/data/lake.duckdb',
      catalog: 'lake',
      schema: 'raw',
      stateSchema: 'tributary',
      memoryLimitBytes: 512 * 1024 ** 2,
    });
    expect(pipeline.specialValues).toBe('null');
    expect(pipeline.limits).toEqual({
      maxIntervalChanges: 10,
      maxIntervalBytes: 2 * 1024 ** 2,
      maxIntervalMs: 90_000,
      maxPartBytes: 64 * 1024,
      maxPartRows: 5,
      loadRangeRows: 1000,
    });
  });

  it('selects by glob, by name with another name at the target, and column by column', async () => {
    const pipeline = await loadOne(
      pipelineText({
        selection: [
          '  schemas:',
          '    - name: public',
          '      tables:',
          '        - name: order_*',
          '        - {name: order_items, destination_table: Items}',
          '    - name: sales',
          '  include_columns:',
          '    - {table: public.order_items, columns: [id, price]}',
          '  exclude_columns:',
          '    - {table: sales.clients, columns: [ssn]}',
        ].join('\n'),
      }),
    );
    expect(pipeline.selection).toEqual({
      schemas: [
        {
          name: 'public',
          tables: [
            { name: 'order_*', destinationTable: undefined },
            { name: 'order_items', destinationTable: 'Items' },
          ],
        },
        { name: 'sales', tables: undefined },
      ],
      includeColumns: [{ table: 'public.order_items', columns: ['id', 'price'] }],
      excludeColumns: [{ table: 'sales.clients', columns: ['ssn'] }],
    });
  });

  it('goes before its gateway, and the gateway before the defaults', async () => {
    const gateway = `${GATEWAY}  heartbeat_interval_sec: 3\n  max_retained_wal: 1GB\n`;
    const own = await loadOne(
      pipelineText({
        source: [
          '  gateway: main',
          '  database: other',
          '  cdc: {slot_name: own_slot, publication_name: own_publication, heartbeat_interval_sec: 10}',
        ].join('\n'),
      }),
      gateway,
    );
    expect(own.source).toMatchObject({
      host: 'db.internal',
      database: 'other',
      slotName: 'own_slot',
      publicationName: 'own_publication',
      heartbeatIntervalMs: 10_000,
      maxRetainedWalBytes: 1024 ** 3,
    });
    const inherited = await loadOne(pipelineText({ source: '  gateway: main' }), gateway);
    expect(inherited.source).toMatchObject({
      database: 'appdb',
      slotName: 'main_slot',
      publicationName: 'main_publication',
      heartbeatIntervalMs: 3000,
    });
  });

  it('looks for its certificate from the file that names it', async () => {
    const { pipelines } = await loadTexts({
      'gateways/g.yml': GATEWAY.replace('  username', '  sslrootcert: ca.pem\n  username'),
      'pipelines/p.yml': pipelineText({ source: '  gateway: main' }),
    });
    expect(pipelines[0]?.source.sslrootcert).toBe('/work/gateways/ca.pem');
  });

  it('takes the set’s default schedule when it has none of its own', async () => {
    const { pipelines, diagnostics } = await loadTexts({
      'a.yml': pipelineText(),
      'b.yml': pipelineText({
        pipeline: '  name: other',
        target: '  type: embedded\n  schema: other',
        rest: 'schedule: {type: continuous}',
      }),
      'schedule.yml': 'schedule: {type: interval, every: 15m}\n',
    });
    expect(diagnostics).toEqual([]);
    expect(pipelines.map(({ schedule }) => schedule)).toEqual([
      { tag: 'interval', everyMs: 900_000 },
      { tag: 'continuous' },
    ]);
  });

  it('may use aliases for whole values', async () => {
    const pipeline = await loadOne(
      pipelineText({
        selection:
          '  schemas: [{name: public}]\n  exclude_columns: [{table: a, columns: &c [x]}, {table: b, columns: *c}]',
      }),
    );
    expect(pipeline.selection.excludeColumns).toEqual([
      { table: 'a', columns: ['x'] },
      { table: 'b', columns: ['x'] },
    ]);
  });
});

describe('a size', () => {
  it.each([
    ['512B', 512],
    ['64kB', 64 * 1024],
    ['1.5 MiB', 1.5 * 1024 ** 2],
    ['128MB', 128 * 1024 ** 2],
    ['1GB', 1024 ** 3],
    ['2TB', 2 * 1024 ** 4],
  ])('%s is %i bytes', (size, bytes) => {
    expect(parseByteSize(size)).toBe(bytes);
  });
});

describe('a duration', () => {
  it.each([
    ['250ms', 250],
    ['30s', 30_000],
    ['15m', 900_000],
    ['2h', 7_200_000],
    ['1d', 86_400_000],
  ])('%s is %i milliseconds', (length, ms) => {
    expect(parseDuration(length)).toBe(ms);
  });
});
