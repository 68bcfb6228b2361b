import { inject } from 'vitest';
import { foretell } from '../../src/foretell/foretell.ts';
import { forwardPart } from '../../src/foretell/migration-text.ts';
import { Scratch } from '../../src/foretell/scratch.ts';
import type { ForetoldOutcome, ForetoldReport } from '../../src/model/foretold.ts';
import type { Pipeline } from '../../src/model/pipeline.ts';
import { Secret } from '../../src/model/secret.ts';
import { dialectOf } from '../../src/plan/dialect-of.ts';

/** The URL of a database of the test server, as its superuser. */
export function scratchUrl(database = 'postgres'): Secret {
  const { host, port, user, password } = inject('postgres');
  return new Secret(`postgres://${user}:${encodeURIComponent(password)}@${host}:${port}/${database}`);
}

/** Foretells one migration, `change.sql`, on a base made by SQL. */
export async function foretellChange(options: {
  readonly base: string;
  readonly change: string;
  readonly pipelines: readonly Pipeline[];
  readonly rows?: ReadonlyMap<string, number>;
}): Promise<ForetoldReport> {
  await using scratch = await Scratch.open({ url: scratchUrl(), holdsBase: false });
  return await foretell({
    client: scratch.client,
    origin: 'files',
    base: [{ path: 'base.sql', text: options.base }],
    changed: [{ path: 'change.sql', text: forwardPart(options.change) }],
    pipelines: options.pipelines.map((pipeline) => ({
      pipeline,
      dialect: dialectOf(pipeline.target),
      rows: options.rows ?? new Map(),
    })),
  });
}

/** Outcomes of a report, each as line, severity and tag: `2 warning unseen-change`. */
export function outcomesIn(report: ForetoldReport): readonly string[] {
  return report.files.flatMap(({ statements }) =>
    statements.flatMap(({ line, outcomes }) =>
      outcomes.map(({ severity, tag, column }) =>
        [line, severity, tag, ...(column === null ? [] : [column])].join(' '),
      ),
    ),
  );
}

/** The only outcome of a report. */
export function onlyOutcome(report: ForetoldReport): ForetoldOutcome {
  const outcomes = report.files.flatMap(({ statements }) => statements.flatMap((one) => one.outcomes));
  const [outcome] = outcomes;
  if (outcome === undefined || outcomes.length > 1)
    throw new Error(`${outcomes.length} outcomes: ${outcomesIn(report).join(', ')}`);
  return outcome;
}
