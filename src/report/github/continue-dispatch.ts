import type { EventFacts } from './event-facts.ts';
import type { GithubApi } from './github-api.ts';

/** What became of a backfill that is not at its end. `sentence` is for the log and the summary. */
export interface ContinuationOutcome {
  readonly tag: 'dispatched' | 'not-dispatched';
  readonly sentence: string;
}

/**
 * Starts the workflow again that is running, with the inputs that it was given, so that a backfill longer than a job may last
 * goes on where it is. Only for a run that was dispatched by hand or by such a run, and only if it has come further: a chain
 * that goes nowhere would never end. Needs `actions: write`; that it is missing changes nothing but the sentence.
 */
export async function continueByDispatch(
  api: GithubApi,
  facts: EventFacts,
  progress: { readonly hasComeFurther: boolean },
): Promise<ContinuationOutcome> {
  const { workflow, eventName, refName, inputs } = facts;
  if (eventName !== 'workflow_dispatch' || workflow === undefined || refName === undefined)
    return stays('it goes on when its workflow is started again');
  if (!progress.hasComeFurther)
    return stays(
      'this run loaded nothing of it, so it is not started again by itself: see why, and start it',
    );
  const answer = await api.dispatchWorkflow({ workflow, ref: refName, inputs });
  if (answer.tag === 'refused') return stays(`start its workflow again. ${answer.reason}`);
  return { tag: 'dispatched', sentence: `The backfill is not at its end: ${workflow} was started again.` };
}

function stays(how: string): ContinuationOutcome {
  return {
    tag: 'not-dispatched',
    sentence: `The backfill is not at its end, and nothing of it is lost: ${how}${how.endsWith('.') ? '' : '.'}`,
  };
}
