import { judgeCheckpoint } from '../ingest/judge-checkpoint.ts';
import type { SelectedTable } from '../ingest/table-selection.ts';
import {
  CHECK_POINTS,
  type CheckFinding,
  type CheckPointName,
  type PipelineCheck,
} from '../model/check-report.ts';
import type { Checkpoint } from '../model/checkpoint.ts';
import type { Pipeline, SourceSettings } from '../model/pipeline.ts';
import type { SourceFacts } from '../model/source-facts.ts';
import type { Source } from '../source/source.ts';
import { failedBy, judged, unproven } from './finding.ts';
import { judgeSettings } from './judge-settings.ts';
import { judgeSource, type SourceFindings, unprovenSource } from './judge-source.ts';
import type { TargetProbe } from './target-probe.ts';

export interface CheckOptions {
  readonly pipeline: Pipeline;
  /** `undefined`: the source is not looked at. */
  readonly source: SourceAccess | undefined;
  /** `undefined`: the target is not looked at. Throws IngestError where nothing says how to reach it. */
  readonly openProbe: (() => Promise<TargetProbe>) | undefined;
}

/** The ways to the source that a run takes. */
export interface SourceAccess {
  readonly open: (settings: SourceSettings, schemas: readonly string[]) => Promise<Source>;
  /** Opens a replication connection, and closes it: the server may admit the role to the database and not to that. */
  readonly tryReplication: (settings: SourceSettings) => Promise<void>;
}

/**
 * Proves what a run of the pipeline needs, point by point, against the live source and target. Changes nothing. Source and
 * target are looked at at the same time, and neither hides what is wrong with the other.
 */
export async function checkPipeline(options: CheckOptions): Promise<PipelineCheck> {
  const { pipeline } = options;
  const source = lookAtSource(options);
  const [{ findings, facts }, target] = await Promise.all([source, lookAtTarget(options, source)]);
  const found: Readonly<Record<CheckPointName, CheckFinding>> = {
    ...judgeSettings(pipeline),
    ...findings,
    slot: judgeProgress(findings.slot, pipeline, facts, target.checkpoint),
    ...target.findings,
  };
  return {
    pipeline: pipeline.name,
    points: CHECK_POINTS.map((point) => ({ point, ...found[point] })),
  };
}

interface SourceLook {
  readonly findings: SourceFindings;
  readonly facts: SourceFacts | undefined;
  readonly tables: readonly SelectedTable[];
}

async function lookAtSource({ pipeline, source: access }: CheckOptions): Promise<SourceLook> {
  if (access === undefined)
    return { findings: unprovenSource(unproven('skipped'), 'skipped'), facts: undefined, tables: [] };
  try {
    const schemas = pipeline.selection.schemas.map(({ name }) => name);
    await using source = await access.open(pipeline.source, schemas);
    const facts = await source.readFacts();
    const { findings, tables } = judgeSource(facts, pipeline);
    const role = findings.role.outcome === 'passed' ? await tryReplication(access, pipeline) : undefined;
    return { findings: role === undefined ? findings : { ...findings, role }, facts, tables };
  } catch (error) {
    const why = 'not looked at: the source could not be read';
    return { findings: unprovenSource(failedBy(error), why), facts: undefined, tables: [] };
  }
}

async function tryReplication(access: SourceAccess, pipeline: Pipeline): Promise<CheckFinding | undefined> {
  try {
    await access.tryReplication(pipeline.source);
    return undefined;
  } catch (error) {
    return failedBy(error);
  }
}

interface TargetLook {
  readonly findings: Readonly<Record<'warehouse' | 'grants' | 'volume', CheckFinding>>;
  readonly checkpoint: Checkpoint | undefined;
}

async function lookAtTarget({ openProbe }: CheckOptions, source: Promise<SourceLook>): Promise<TargetLook> {
  if (openProbe === undefined) return unprovenTarget(unproven('skipped'), 'skipped');
  try {
    await using probe = await openProbe();
    const warehouse = await probe.reach();
    const { tables } = await source;
    const [grants, volume, checkpoint] = await Promise.all([
      findingOf(probe.judgeGrants(tables)),
      findingOf(probe.judgeStaging()),
      checkpointOf(probe),
    ]);
    return {
      findings: {
        warehouse,
        grants: grants.outcome === 'failed' ? grants : (checkpoint.failure ?? grants),
        volume,
      },
      checkpoint: checkpoint.found,
    };
  } catch (error) {
    return unprovenTarget(failedBy(error), 'not looked at: the warehouse could not be reached');
  }
}

function unprovenTarget(warehouse: CheckFinding, why: string): TargetLook {
  return { findings: { warehouse, grants: unproven(why), volume: unproven(why) }, checkpoint: undefined };
}

async function findingOf(finding: Promise<CheckFinding>): Promise<CheckFinding> {
  return await finding.catch(failedBy);
}

async function checkpointOf(
  probe: TargetProbe,
): Promise<{ readonly found: Checkpoint | undefined; readonly failure: CheckFinding | undefined }> {
  try {
    return { found: await probe.loadCheckpoint(), failure: undefined };
  } catch (error) {
    return { found: undefined, failure: failedBy(error) };
  }
}

/** The slot against the checkpoint: a gap between them is what a run would end with. */
function judgeProgress(
  slot: CheckFinding,
  pipeline: Pipeline,
  facts: SourceFacts | undefined,
  checkpoint: Checkpoint | undefined,
): CheckFinding {
  if (facts === undefined || checkpoint === undefined || slot.outcome === 'failed') return slot;
  return judged(judgeCheckpoint(facts, checkpoint, pipeline), `${slot.found}; the checkpoint goes with it`);
}
