import { error, info, notice, endGroup as printGroupEnd, startGroup, warning } from '@actions/core';
import type { StageName } from '../model/run-report.ts';
import type { AnnotationLevel, AnnotationSet } from './annotations.ts';
import { EventThrottle } from './event-throttle.ts';
import { withoutCommands } from './foreign-text.ts';
import type { Reporter, RunEvent } from './reporter.ts';
import { formatProgress } from './run-event-line.ts';

/**
 * Shows a run in a workflow's log: a stage is a group, in the words of the folders.
 *
 * Groups do not nest, so a new one closes the one before. Whatever comes from outside (table names, errors) is
 * printed so that it cannot be read as a command.
 */
export class GithubReporter implements Reporter, Disposable {
  readonly #throttle: EventThrottle;
  #openStage: StageName | undefined;

  constructor(nowMs: () => number) {
    this.#throttle = new EventThrottle(nowMs);
  }

  report(event: RunEvent): void {
    if (!this.#throttle.admits(event)) return;
    switch (event.tag) {
      case 'stage-started':
        this.endGroup();
        startGroup(oneCommandFreeLine(`${event.stage}: ${event.detail}`));
        this.#openStage = event.stage;
        break;
      case 'stage-finished':
        logText(`${event.stage} finished: ${event.detail}`);
        if (this.#openStage === event.stage) this.endGroup();
        break;
      case 'progress':
        logText(formatProgress(event));
        break;
      case 'progress-finished':
        break;
      case 'notice':
        logText(event.text);
        break;
    }
  }

  /** Ends the group that is open, if any, so that what is printed next stands outside. */
  endGroup(): void {
    if (this.#openStage !== undefined) printGroupEnd();
    this.#openStage = undefined;
  }

  [Symbol.dispose](): void {
    this.endGroup();
  }
}

const MARKERS = { error, warning, notice } as const satisfies Record<AnnotationLevel, typeof error>;

/** Prints text of any origin to the log. */
export function logText(text: string): void {
  info(withoutCommands(text));
}

/** Prints text of any origin to the log, folded under a title. */
export function logGroup(title: string, text: string): void {
  startGroup(oneCommandFreeLine(title));
  logText(text);
  printGroupEnd();
}

/** Puts marks on the lines of files, and says so when some were left out. */
export function annotate({ shown, omitted }: AnnotationSet): void {
  for (const { level, title, message, file, line, column, endColumn } of shown)
    MARKERS[level](withoutCommands(message), {
      title,
      file,
      startLine: line,
      startColumn: column,
      endColumn,
    });
  if (omitted !== undefined) notice(omitted, { title: 'Tributary: more findings' });
}

function oneCommandFreeLine(text: string): string {
  return withoutCommands(text).replaceAll('\n', ' ');
}
