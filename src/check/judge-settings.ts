import type { CheckFinding } from '../model/check-report.ts';
import type { Pipeline, Schedule } from '../model/pipeline.ts';
import { formatDuration } from '../report/quantity.ts';
import { passed, unproven } from './finding.ts';

/** The points that the configuration alone decides. A pipeline that is here at all is valid. */
export function judgeSettings(
  pipeline: Pipeline,
): Readonly<Record<'pipeline' | 'schedule' | 'alerts', CheckFinding>> {
  const { source, target } = pipeline;
  return {
    pipeline: passed(`valid: ${source.database} → ${target.catalog}.${target.schema}`),
    schedule: judgeSchedule(pipeline.schedule),
    alerts: unproven(
      'a failed run ends with an exit code that is not 0; the Action keeps an issue about it, the command line tells nobody else',
      'In a workflow, grant issues: write (the input issues is manage unless given). A scheduler of your own has an alert for a command that fails.',
    ),
  };
}

function judgeSchedule(schedule: Schedule): CheckFinding {
  const start = 'See to it that a workflow’s cron or another scheduler starts "tributary run" so often.';
  switch (schedule.tag) {
    case 'manual':
      return passed('manual: each run is started by somebody');
    case 'continuous':
      return unproven('continuous: what starts the runs cannot be seen from here', start);
    case 'interval':
      return unproven(
        `every ${formatDuration(schedule.everyMs)}: what starts the runs cannot be seen from here`,
        start,
      );
    default:
      return schedule satisfies never;
  }
}
