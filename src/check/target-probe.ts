import type { SelectedTable } from '../ingest/table-selection.ts';
import type { CheckFinding } from '../model/check-report.ts';
import type { Checkpoint } from '../model/checkpoint.ts';

/**
 * What can be asked of a target before a run writes to it. No question changes anything: what is missing and would be
 * made by a run is told, and not made. The one trace is a small file in the volume, which is removed again.
 *
 * Whatever stands in the way is thrown as an IngestError; a finding is what could be told without one.
 */
export interface TargetProbe extends AsyncDisposable {
  /** Reaches the warehouse; on Databricks this may start it. The questions below take it for granted. */
  reach(): Promise<CheckFinding>;
  /** The pipeline's last checkpoint; `undefined` where there is none. */
  loadCheckpoint(): Promise<Checkpoint | undefined>;
  /** Whether the tables can be made, changed and filled. Without tables, whether any could. */
  judgeGrants(tables: readonly SelectedTable[]): Promise<CheckFinding>;
  /** Whether files can be staged. */
  judgeStaging(): Promise<CheckFinding>;
}
