import type { StageName } from '../model/run-report.ts';

/** What a run tells while it runs. Metadata only: never a row value, never a secret. */
export type RunEvent =
  /** A stage begins; `detail` is a short object (`3 tables`, `public.orders`). Stages may come again, interval by interval. */
  | { readonly tag: 'stage-started'; readonly stage: StageName; readonly detail: string }
  | { readonly tag: 'stage-finished'; readonly stage: StageName; readonly detail: string }
  /** Long work. `task` identifies the bar; `total` is `undefined` when nobody knows it. */
  | {
      readonly tag: 'progress';
      readonly task: string;
      readonly done: number;
      readonly total: number | undefined;
      readonly unit: 'rows' | 'changes' | 'bytes';
    }
  | { readonly tag: 'progress-finished'; readonly task: string }
  | { readonly tag: 'notice'; readonly text: string };

/** Where a run's events go: a terminal, a log, nothing. */
export interface Reporter {
  report(event: RunEvent): void;
}
