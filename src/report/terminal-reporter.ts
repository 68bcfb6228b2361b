import type { StageName } from '../model/run-report.ts';
import { EventThrottle } from './event-throttle.ts';
import { printableLine } from './foreign-text.ts';
import { formatBar, formatDuration } from './quantity.ts';
import type { Reporter, RunEvent } from './reporter.ts';
import { formatAmount, formatProgress, type ProgressEvent, shareDone } from './run-event-line.ts';
import { type Style, styleOf } from './terminal-style.ts';

/** What the reporter needs of `process.stderr`. */
export interface TerminalStream {
  write(text: string): unknown;
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
}

export interface TerminalReporterOptions {
  readonly stream: TerminalStream;
  readonly colours: boolean;
  /** A clock that never goes back, in milliseconds. */
  readonly nowMs: () => number;
}

/**
 * Shows a run on a terminal: a line for each finished stage and, beneath, bars that move. Where there is no
 * terminal it writes plain lines, and few of them.
 */
export class TerminalReporter implements Reporter, Disposable {
  readonly #view: View;

  constructor(options: TerminalReporterOptions) {
    this.#view = options.stream.isTTY === true ? new LiveView(options) : new PlainView(options);
  }

  report(event: RunEvent): void {
    this.#view.report(event);
  }

  /** Takes the live lines away: the run is over, and what others print next starts on a clean line. */
  clear(): void {
    this.#view.clear();
  }

  [Symbol.dispose](): void {
    this.#view.clear();
  }
}

interface View extends Reporter {
  clear(): void;
}

/** One line per stage, one per five seconds of progress. */
class PlainView implements View {
  readonly #stream: TerminalStream;
  readonly #clock: StageClock;
  readonly #throttle: EventThrottle;

  constructor({ stream, nowMs }: TerminalReporterOptions) {
    this.#stream = stream;
    this.#clock = new StageClock(nowMs);
    this.#throttle = new EventThrottle(nowMs);
  }

  report(event: RunEvent): void {
    const line = this.#lineOf(event);
    if (this.#throttle.admits(event) && line !== undefined) this.#stream.write(`${line}\n`);
  }

  clear(): void {}

  #lineOf(event: RunEvent): string | undefined {
    switch (event.tag) {
      case 'stage-started':
        this.#clock.start(event.stage);
        return undefined;
      case 'stage-finished':
        return stageLine(event.stage, event.detail, this.#clock.stop(event.stage));
      case 'progress':
        return `  ${formatProgress(event)}`;
      case 'progress-finished':
        return undefined;
      case 'notice':
        return `notice: ${printableLine(event.text)}`;
    }
  }
}

/** Redrawing more often only costs time: the eye does not follow. */
const REDRAW_MS = 100;
const DEFAULT_COLUMNS = 80;
const BAR_WIDTH = 24;

/**
 * Finished lines scroll up; below them a block of live lines is drawn over and over. The block's height is
 * remembered, because the cursor has to climb back over it.
 */
class LiveView implements View {
  readonly #stream: TerminalStream;
  readonly #style: Style;
  readonly #nowMs: () => number;
  readonly #clock: StageClock;
  readonly #throttle: EventThrottle;
  readonly #tasks = new Map<string, ProgressEvent>();
  #stageText: string | undefined;
  #drawnLines = 0;
  #drawnAtMs = -Infinity;

  constructor({ stream, colours, nowMs }: TerminalReporterOptions) {
    this.#stream = stream;
    this.#style = styleOf(colours);
    this.#nowMs = nowMs;
    this.#clock = new StageClock(nowMs);
    this.#throttle = new EventThrottle(nowMs);
  }

  report(event: RunEvent): void {
    switch (event.tag) {
      case 'stage-started':
        this.#throttle.admits(event);
        this.#clock.start(event.stage);
        this.#stageText = `… ${event.stage}  ${printableLine(event.detail)}`;
        this.#redrawWhenDue();
        break;
      case 'stage-finished':
        this.#finishStage(event.stage, stageLine(event.stage, event.detail, this.#clock.stop(event.stage)));
        break;
      case 'progress':
        this.#tasks.set(event.task, event);
        this.#redrawWhenDue();
        break;
      case 'progress-finished':
        this.#tasks.delete(event.task);
        this.#redrawWhenDue();
        break;
      case 'notice':
        this.#print(`${this.#style.yellow('!')} ${printableLine(event.text)}`);
        break;
    }
  }

  clear(): void {
    this.#stream.write(this.#eraser());
    this.#drawnLines = 0;
    this.#tasks.clear();
    this.#stageText = undefined;
  }

  #finishStage(stage: StageName, line: string): void {
    this.#stageText = undefined;
    if (this.#throttle.admits({ tag: 'stage-finished', stage, detail: '' }))
      this.#print(`${this.#style.green('✔')} ${line}`);
    else this.#redrawWhenDue();
  }

  /** Puts a line that stays above the live block. */
  #print(line: string): void {
    this.#stream.write(`${this.#eraser()}${line}\n`);
    this.#drawnLines = 0;
    this.#redraw();
  }

  #redrawWhenDue(): void {
    if (this.#nowMs() - this.#drawnAtMs >= REDRAW_MS) this.#redraw();
  }

  #redraw(): void {
    const lines = this.#liveLines();
    this.#stream.write(this.#eraser() + lines.map((line) => `${line}\n`).join(''));
    this.#drawnLines = lines.length;
    this.#drawnAtMs = this.#nowMs();
  }

  #liveLines(): readonly string[] {
    const columns = (this.#stream.columns ?? DEFAULT_COLUMNS) - 1;
    const bars = [...this.#tasks.values()].map((task) =>
      cut(`  ${barOf(task)} ${formatTask(task)}`, columns),
    );
    return this.#stageText === undefined ? bars : [this.#style.dim(cut(this.#stageText, columns)), ...bars];
  }

  /** Moves to the first live line and clears from there to the end of the screen. */
  #eraser(): string {
    return this.#drawnLines === 0 ? '' : `\u001b[${this.#drawnLines}A\r\u001b[J`;
  }
}

/** Remembers when each stage began. */
class StageClock {
  readonly #nowMs: () => number;
  readonly #startedAtMs = new Map<StageName, number>();

  constructor(nowMs: () => number) {
    this.#nowMs = nowMs;
  }

  start(stage: StageName): void {
    this.#startedAtMs.set(stage, this.#nowMs());
  }

  stop(stage: StageName): number {
    const startedAtMs = this.#startedAtMs.get(stage) ?? this.#nowMs();
    this.#startedAtMs.delete(stage);
    return this.#nowMs() - startedAtMs;
  }
}

function stageLine(stage: StageName, detail: string, tookMs: number): string {
  return `${stage.padEnd(11)} ${printableLine(detail)} (${formatDuration(tookMs)})`;
}

function formatTask(task: ProgressEvent): string {
  return `${printableLine(task.task)}  ${formatAmount(task)}`;
}

/** A bar of fixed width; empty where nobody knows the total. */
function barOf(task: ProgressEvent): string {
  return formatBar(shareDone(task) ?? 0, BAR_WIDTH);
}

/** A live line must not wrap: the cursor counts lines. */
function cut(line: string, columns: number): string {
  const characters = Array.from(line);
  return characters.length <= columns ? line : `${characters.slice(0, Math.max(0, columns - 1)).join('')}…`;
}
