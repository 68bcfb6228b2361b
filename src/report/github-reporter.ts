import {
  type AnnotationProperties,
  error,
  info,
  notice,
  endGroup as printGroupEnd,
  setOutput,
  setSecret,
  startGroup,
  summary,
  warning,
} from '@actions/core';
import type { ErrorReport, StageName } from '../model/run-report.ts';
import { type Annotation, type AnnotationLevel, MARK_PLACES, omittedSentence } from './annotations.ts';
import { EventThrottle } from './event-throttle.ts';
import { withoutCommands } from './foreign-text.ts';
import { fitBody } from './github/fit-body.ts';
import { createRedactor, type Redactor } from './redactor.ts';
import type { Reporter, RunEvent } from './reporter.ts';
import { formatProgress } from './run-event-line.ts';

const MARKERS = { error, warning, notice } as const satisfies Record<AnnotationLevel, typeof error>;

/** The runner drops a step's summary above 1 MiB as a whole. */
const MAX_SUMMARY_BYTES = 1_000_000;
const CUT = '\n… cut here, because GitHub takes no longer summaries.\n';

/**
 * The log, the marks, the outputs and the summary of a workflow's step. Text of any origin may come in: what a runner would
 * take for a command is printed so that it is none, and known secrets are hidden, by us and by the runner.
 */
export class WorkflowLog {
  #redactor: Redactor = createRedactor([]);
  #appendix = '';
  #summaryRoom = MAX_SUMMARY_BYTES;
  /** What was meant to be marked so far. */
  readonly #told: Record<AnnotationLevel, number> = { error: 0, warning: 0, notice: 0 };

  /** From now on these secrets are shown nowhere. */
  protect(redactor: Redactor): void {
    this.#redactor = redactor;
    for (const form of redactor.forms) setSecret(form);
  }

  /** For sinks that are not the step's own: files, GitHub's interface. */
  get redactor(): Redactor {
    return this.#redactor;
  }

  text(text: string): void {
    info(withoutCommands(this.#redactor.redact(text)));
  }

  /** Folded under a title. */
  group(title: string, text: string): void {
    this.openGroup(title);
    this.text(text);
    this.closeGroup();
  }

  /** Groups do not nest: whoever opens one closes it first. */
  openGroup(title: string): void {
    startGroup(withoutCommands(this.#redactor.redact(title)).replaceAll('\n', ' '));
  }

  closeGroup(): void {
    printGroupEnd();
  }

  /** Puts marks on the lines of files, the first ones as far as places are left. The caller lists all of them in the log. */
  annotate(annotations: readonly Annotation[]): void {
    for (const { level, title, message, file, line, column, endColumn } of annotations)
      this.#mark(level, message, { title, file, startLine: line, startColumn: column, endColumn });
  }

  failure({ code, message, solution }: ErrorReport): void {
    const text = [message, solution ?? ''].join('\n').trim();
    if (!this.#mark('error', text, { title: `Tributary: ${code}` })) this.text(text);
  }

  warning(text: string): void {
    if (!this.#mark('warning', text, { title: 'Tributary' })) this.text(text);
  }

  /** Whether anything was told as an error so far. */
  get hasErrors(): boolean {
    return this.#told.error > 0;
  }

  /** Ends the summary, and says how many marks found no place. Nothing is marked after it. */
  async close(): Promise<void> {
    const sentence = omittedSentence(this.#told);
    if (sentence !== undefined) notice(sentence, { title: 'Tributary: more findings' });
    if (this.#appendix !== '') await this.summary(`\n${this.#appendix}`);
  }

  #mark(level: AnnotationLevel, text: string, properties: AnnotationProperties): boolean {
    this.#told[level] += 1;
    if (this.#told[level] > MARK_PLACES[level]) return false;
    MARKERS[level](withoutCommands(this.#redactor.redact(text)), properties);
    return true;
  }

  output(name: string, value: string): void {
    setOutput(name, this.#redactor.redact(value));
  }

  /** Markdown for the summary's end, below the verdict, whatever that will be. */
  append(markdown: string): void {
    this.#appendix += markdown;
  }

  /** The summary is a courtesy: that it cannot be written says nothing about what was done. What is too much for it is cut. */
  async summary(markdown: string): Promise<void> {
    const text = fitBody(this.#redactor.redact(markdown), { maxBytes: this.#summaryRoom, note: CUT });
    const bytes = Buffer.byteLength(text);
    if (bytes > this.#summaryRoom) return;
    this.#summaryRoom -= bytes;
    try {
      await summary.addRaw(text).write();
    } catch {
      this.text('The job summary could not be written.');
    }
  }
}

/** Shows a run in a workflow's log: a stage is a group, in the words of the folders. */
export class GithubReporter implements Reporter, Disposable {
  readonly #log: WorkflowLog;
  readonly #throttle: EventThrottle;
  #openStage: StageName | undefined;

  constructor(log: WorkflowLog, nowMs: () => number) {
    this.#log = log;
    this.#throttle = new EventThrottle(nowMs);
  }

  report(event: RunEvent): void {
    if (!this.#throttle.admits(event)) return;
    switch (event.tag) {
      case 'stage-started':
        this.endGroup();
        this.#log.openGroup(`${event.stage}: ${event.detail}`);
        this.#openStage = event.stage;
        break;
      case 'stage-finished':
        this.#log.text(`${event.stage} finished: ${event.detail}`);
        if (this.#openStage === event.stage) this.endGroup();
        break;
      case 'progress':
        this.#log.text(formatProgress(event));
        break;
      case 'progress-finished':
        break;
      case 'notice':
        this.#log.text(event.text);
        break;
    }
  }

  /** Ends the group that is open, if any, so that what is printed next stands outside. */
  endGroup(): void {
    if (this.#openStage !== undefined) this.#log.closeGroup();
    this.#openStage = undefined;
  }

  [Symbol.dispose](): void {
    this.endGroup();
  }
}
