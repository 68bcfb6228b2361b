import type { Pipeline, Schedule, SourceSettings } from '../model/pipeline.ts';
import { buildTarget } from './build-target.ts';
import type { ConfigDocument } from './config-document.ts';
import { parseByteSize, parseDuration } from './schema/fields.ts';
import type { PipelineDocument } from './schema/pipeline-document.ts';
import type { ScheduleSection } from './schema/schedule.ts';
import type { SelectionSection } from './schema/selection.ts';

/** What a pipeline takes from outside its own document. */
export interface PipelineSurroundings {
  readonly source: SourceSettings;
  /** The schedule of a pipeline that has none of its own. */
  readonly defaultSchedule: ScheduleSection | undefined;
  readonly workingDirectory: string;
}

/** The pipeline that a document without errors describes. */
export function buildPipeline(
  document: ConfigDocument,
  content: PipelineDocument,
  { source, defaultSchedule, workingDirectory }: PipelineSurroundings,
): Pipeline {
  const { pipeline, selection, target, limits } = content;
  return {
    name: pipeline.name,
    description: pipeline.description,
    source,
    selection: {
      schemas: buildSchemas(selection),
      excludeColumns: selection.exclude_columns,
      includeColumns: selection.include_columns,
    },
    target: buildTarget(document, target, workingDirectory),
    naming: target.table_naming,
    write: {
      mode: target.write_mode.type,
      keys: new Map(Object.entries(target.write_mode.keys)),
      deletedRows: content.source.cdc.include_deleted_rows ? 'mark' : 'remove',
    },
    limits: {
      maxIntervalChanges: limits.interval.max_changes,
      maxIntervalBytes: parseByteSize(limits.interval.max_bytes),
      maxIntervalMs: parseDuration(limits.interval.max_duration),
      maxPartBytes: parseByteSize(limits.part.max_bytes),
      maxPartRows: limits.part.max_rows,
      loadRangeRows: limits.load.range_rows,
    },
    // An unquoted `null` is YAML's own null; the writer means the word.
    specialValues: target.special_values ?? 'null',
    schedule: buildSchedule(content.schedule ?? defaultSchedule),
  };
}

function buildSchemas({ schemas }: SelectionSection): Pipeline['selection']['schemas'] {
  return schemas.map(({ name, tables }) => ({
    name,
    tables: tables?.map((table) => ({ name: table.name, destinationTable: table.destination_table })),
  }));
}

function buildSchedule(schedule: ScheduleSection | undefined): Schedule {
  switch (schedule?.type) {
    case 'interval':
      return { tag: 'interval', everyMs: parseDuration(schedule.every) };
    case 'continuous':
      return { tag: 'continuous' };
    case 'manual':
    case undefined:
      return { tag: 'manual' };
  }
}
