import { affectedRows, textResult } from './canned-engine.ts';
import type { SqlResult } from './service.ts';
import { INSTANT, LITERAL, matchGroups, PATH, parseLiteral, statementPattern } from './sql-pattern.ts';

/** The checkpoint of one pipeline, as the state table holds it. */
export interface StateRow {
  readonly epoch: number;
  readonly lsn: bigint;
  readonly document: string;
  readonly runId: string;
}

/** A run's entry in the history: its columns by name, as SQL text. */
export type HistoryRow = Readonly<Record<string, string>>;

/**
 * The rows of one state table, kept by understanding the very statements that the checkpoint is read and written with.
 * A statement of any other shape is not understood, so that a change of theirs cannot pass unnoticed.
 */
export class StateTable {
  readonly #checkpoints = new Map<string, StateRow>();
  readonly #history = new Map<string, Map<string, HistoryRow>>();

  /** The checkpoint of a pipeline. */
  checkpoint(pipeline: string): StateRow | undefined {
    return this.#checkpoints.get(pipeline);
  }

  /** The runs of a pipeline that wrote a checkpoint, by run id, in the order in which they began to. */
  history(pipeline: string): ReadonlyMap<string, HistoryRow> {
    return this.#history.get(pipeline) ?? new Map();
  }

  /** The result of a statement on the table; `undefined` where it is none that we know. */
  execute(statement: string): SqlResult | undefined {
    return (
      this.#load(statement) ?? this.#insert(statement) ?? this.#claim(statement) ?? this.#advance(statement)
    );
  }

  #load(statement: string): SqlResult | undefined {
    const group = matchGroups(LOAD, statement);
    if (group === undefined) return undefined;
    const pipeline = parseLiteral(group('pipeline'));
    const row = this.#checkpoints.get(pipeline);
    const names = [...group('numbers').matchAll(/CAST\((\w+) AS STRING\)/g)].map(([, name = '']) => name);
    const checkpoint =
      row === undefined
        ? []
        : [[String(row.epoch), String(row.lsn), row.document, row.runId, 'checkpoint', null, '0']];
    const runs = [...this.history(pipeline)].map(([runId, recorded]) => [
      ...['epoch', 'lsn'].map((name) => storedText(recorded, name)),
      null,
      runId,
      'run',
      ...['started_at', 'updated_at', ...names].map((name) => storedText(recorded, name)),
    ]);
    const latestFirst = runs.sort((a, b) => Number(b[UPDATED_AT]) - Number(a[UPDATED_AT]));
    const rows = [...checkpoint.map((one) => [...one, ...names.map(() => null)]), ...latestFirst];
    return textResult(
      ['epoch', 'lsn', 'document', 'run_id', 'entry', 'started_at', 'updated_at', ...names],
      ...rows.slice(0, Number(group('limit'))),
    );
  }

  #insert(statement: string): SqlResult | undefined {
    const group = matchGroups(INSERT, statement);
    if (group === undefined) return undefined;
    const pipeline = parseLiteral(group('pipeline'));
    if (this.#checkpoints.has(pipeline)) return affectedRows(0);
    this.#checkpoints.set(pipeline, {
      epoch: Number(group('epoch')),
      lsn: BigInt(group('lsn')),
      document: parseLiteral(group('document')),
      runId: parseLiteral(group('run')),
    });
    return affectedRows(1);
  }

  #claim(statement: string): SqlResult | undefined {
    const group = matchGroups(CLAIM, statement);
    if (group === undefined) return undefined;
    const pipeline = parseLiteral(group('pipeline'));
    const row = this.#checkpoints.get(pipeline);
    const next = Number(group('next'));
    const runId = parseLiteral(group('run'));
    const isOurs = row?.epoch === Number(group('epoch')) || (row?.epoch === next && row.runId === runId);
    if (row === undefined || !isOurs) return affectedRows(0);
    this.#checkpoints.set(pipeline, { ...row, epoch: next, runId });
    return affectedRows(1);
  }

  #advance(statement: string): SqlResult | undefined {
    const group = matchGroups(ADVANCE, statement);
    if (group === undefined) return undefined;
    const assigned = parseAssignments(group('assignments'));
    requireSameInsert(group, assigned);
    const pipeline = parseLiteral(group('pipeline'));
    const row = this.#checkpoints.get(pipeline);
    const epoch = Number(group('epoch'));
    const lsn = BigInt(group('lsn'));
    if (row === undefined || row.epoch !== epoch || row.lsn > lsn) return affectedRows(0);
    const runId = parseLiteral(group('run'));
    this.#checkpoints.set(pipeline, { epoch, lsn, document: parseLiteral(group('document')), runId });
    const history = this.#history.get(pipeline) ?? new Map<string, HistoryRow>();
    this.#history.set(pipeline, history.set(runId, Object.fromEntries(assigned)));
    return affectedRows(2);
  }
}

const LOAD = statementPattern(
  'SELECT CAST\\(epoch AS STRING\\), CAST\\(lsn AS STRING\\), document, run_id, entry, ' +
    'CAST\\(unix_micros\\(started_at\\) AS STRING\\), CAST\\(unix_micros\\(updated_at\\) AS STRING\\)' +
    '(?<numbers>(?:, CAST\\(\\w+ AS STRING\\))+) ' +
    `FROM ${PATH} WHERE pipeline = (?<pipeline>${LITERAL}) AND entry IN \\('checkpoint', 'run'\\) ` +
    'ORDER BY entry, updated_at DESC LIMIT (?<limit>\\d+)',
);

/** Where the result of `LOAD` has the time that it is ordered by. */
const UPDATED_AT = 6;

/** A value of the history as the load tells it. */
function storedText(recorded: HistoryRow, name: string): string | null {
  const value = recorded[name] ?? 'NULL';
  return value === 'NULL' ? null : value.replace(/^timestamp_micros\((\d+)\)$/, '$1');
}

const INSERT = statementPattern(
  `INSERT INTO (?<state>${PATH}) \\(pipeline, entry, epoch, lsn, document, run_id, updated_at\\) ` +
    `SELECT (?<pipeline>${LITERAL}), 'checkpoint', (?<epoch>\\d+), (?<lsn>\\d+), (?<document>${LITERAL}), ` +
    `(?<run>${LITERAL}), ${INSTANT} ` +
    "WHERE NOT EXISTS \\(SELECT 1 FROM \\k<state> WHERE pipeline = \\k<pipeline> AND entry = 'checkpoint'\\)",
);

const CLAIM = statementPattern(
  `UPDATE ${PATH} SET epoch = (?<next>\\d+), run_id = (?<run>${LITERAL}), updated_at = ${INSTANT} ` +
    `WHERE pipeline = (?<pipeline>${LITERAL}) AND entry = 'checkpoint' ` +
    'AND \\(epoch = (?<epoch>\\d+) OR \\(epoch = \\k<next> AND run_id = \\k<run>\\)\\)',
);

/** What the history's columns hold: a number, an instant, or nothing. */
const RECORDED = `(?:\\d+|NULL|${INSTANT})`;

const ADVANCE = statementPattern(
  [
    `MERGE INTO (?<state>${PATH}) AS t`,
    'USING \\(',
    "  SELECT e.entry FROM \\(SELECT 'checkpoint' AS entry UNION ALL SELECT 'run' AS entry\\) AS e",
    `  WHERE EXISTS \\(SELECT 1 FROM \\k<state> AS h WHERE h.pipeline = (?<pipeline>${LITERAL}) ` +
      "AND h.entry = 'checkpoint' AND h.epoch = (?<epoch>\\d+) AND h.lsn <= (?<lsn>\\d+)\\)",
    '\\) AS s',
    'ON t.pipeline = \\k<pipeline> AND t.entry = s.entry ' +
      `AND \\(s.entry = 'checkpoint' OR t.run_id = (?<run>${LITERAL})\\)`,
    'WHEN MATCHED THEN UPDATE SET (?<assignments>epoch = \\k<epoch>, lsn = \\k<lsn>, ' +
      `document = CASE WHEN s.entry = 'checkpoint' THEN (?<document>${LITERAL}) END, ` +
      `run_id = \\k<run>, updated_at = ${INSTANT}(?:, \\w+ = ${RECORDED})+)`,
    'WHEN NOT MATCHED THEN INSERT \\((?<names>[\\w, ]+)\\)',
    '  VALUES \\((?<values>.*)\\)',
  ].join('\n'),
);

/** Names and values in their order. */
function parseAssignments(assignments: string): readonly (readonly [name: string, value: string])[] {
  const one = new RegExp(
    `(\\w+) = (CASE WHEN s.entry = 'checkpoint' THEN ${LITERAL} END|${LITERAL}|${RECORDED})(?:, |$)`,
    'gs',
  );
  return [...assignments.matchAll(one)].map(([, name = '', value = '']) => [name, value]);
}

/** A new entry must hold what an updated one would. */
function requireSameInsert(
  group: (name: string) => string,
  assigned: readonly (readonly [name: string, value: string])[],
): void {
  const names = ['pipeline', 'entry', ...assigned.map(([name]) => name)].join(', ');
  const values = [group('pipeline'), 's.entry', ...assigned.map(([, value]) => value)].join(', ');
  if (group('names') !== names || group('values') !== values) {
    throw new Error('The MERGE of the checkpoint inserts something else than it updates');
  }
}
