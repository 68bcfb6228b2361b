import { DEPRECATED_COMMANDS, parseRunnerCommand, type RunnerCommand } from './runner-command.ts';

export interface KeptAnnotation {
  readonly level: 'error' | 'warning' | 'notice';
  readonly message: string;
  readonly title: string | undefined;
  readonly file: string | undefined;
  readonly line: number | undefined;
  readonly endLine: number | undefined;
  readonly column: number | undefined;
  readonly endColumn: number | undefined;
}

export interface LogGroup {
  readonly title: string;
  readonly lines: readonly string[];
}

/** RUN-15: of each type a step keeps ten. */
const MAX_ANNOTATIONS = 10;
const MAX_MESSAGE = 4096;
const MAX_STOP_TOKEN_UNMASKED = 6;

/** What the runner makes of a step's output, line by line: masks, groups, annotations, and the log itself. */
export class RunnerLog {
  readonly #workspace: string;
  readonly #masks = new Set<string>();
  readonly #groups: { title: string; lines: string[] }[] = [];
  readonly lines: string[] = [];
  readonly annotations: KeptAnnotation[] = [];
  readonly droppedAnnotations: KeptAnnotation[] = [];
  /** Why the runner fails the step whatever its exit code (RUN-8). */
  readonly failures: string[] = [];
  readonly deprecatedCommands: string[] = [];
  /** Ends of groups without a start, starts within an open group. */
  readonly groupFaults: string[] = [];
  #stopToken: string | undefined;
  #groupIsOpen = false;

  constructor(workspace: string) {
    this.#workspace = workspace;
  }

  get masks(): ReadonlySet<string> {
    return this.#masks;
  }

  get groups(): readonly LogGroup[] {
    return this.#groups;
  }

  get hasOpenGroup(): boolean {
    return this.#groupIsOpen;
  }

  mask(text: string): string {
    return [...this.#masks]
      .toSorted((a, b) => b.length - a.length)
      .reduce((masked, secret) => masked.replaceAll(secret, '***'), text);
  }

  read(line: string): void {
    if (this.#stopToken !== undefined) {
      if (line.trim() === `::${this.#stopToken}::`) this.#stopToken = undefined;
      else this.#print(line);
      return;
    }
    const command = parseRunnerCommand(line);
    if (command === undefined) this.#print(line);
    else this.#obey(command);
  }

  #obey(command: RunnerCommand): void {
    const { name, data } = command;
    if (DEPRECATED_COMMANDS.has(name)) this.deprecatedCommands.push(name);
    switch (name) {
      case 'error':
      case 'warning':
      case 'notice':
        this.#annotate(name, command);
        break;
      case 'group':
        this.#startGroup(data);
        break;
      case 'endgroup':
        this.#endGroup();
        break;
      case 'add-mask':
        this.#addMask(data);
        break;
      case 'stop-commands':
        this.#stopCommands(data);
        break;
      case 'set-env':
      case 'add-path':
        this.failures.push(`${name} is refused`);
        break;
    }
  }

  #startGroup(title: string): void {
    if (this.#groupIsOpen) this.groupFaults.push(`group "${title}" starts within another`);
    this.#print(`##[group]${title}`);
    this.#groups.push({ title: this.mask(title), lines: [] });
    this.#groupIsOpen = true;
  }

  #endGroup(): void {
    if (!this.#groupIsOpen) this.groupFaults.push('a group ends that never started');
    this.#groupIsOpen = false;
  }

  /** RUN-18: a value of several lines is masked as a whole and line by line. */
  #addMask(value: string): void {
    if (value.trim() === '') return;
    for (const secret of [value, ...value.split(/\r\n|\r|\n/).map((line) => line.trim())])
      if (secret !== '') this.#masks.add(secret);
  }

  /** RUN-13. */
  #stopCommands(token: string): void {
    if (token === '' || token === 'pause-logging' || parseRunnerCommand(`::${token}::`) !== undefined) {
      this.failures.push(`stop-commands with the token "${token}"`);
      return;
    }
    if (token.length > MAX_STOP_TOKEN_UNMASKED) this.#masks.add(token);
    this.#stopToken = token;
  }

  #annotate(level: KeptAnnotation['level'], command: RunnerCommand): void {
    const annotation = this.#annotationOf(level, command);
    const sameLevel = this.annotations.filter((other) => other.level === level);
    (sameLevel.length < MAX_ANNOTATIONS ? this.annotations : this.droppedAnnotations).push(annotation);
    this.#print(`##[${level}]${command.data}`);
  }

  #annotationOf(level: KeptAnnotation['level'], { properties, data }: RunnerCommand): KeptAnnotation {
    const file = properties.get('file');
    const title = properties.get('title');
    return {
      level,
      message: this.mask(data).slice(0, MAX_MESSAGE),
      title: title === undefined ? undefined : this.mask(title),
      file: file === undefined ? undefined : this.#relative(file),
      ...rangeOf(properties),
    };
  }

  /** RUN-17. */
  #relative(file: string): string {
    const inside = file.startsWith(`${this.#workspace}/`);
    return inside ? file.slice(this.#workspace.length + 1) : file;
  }

  #print(text: string): void {
    for (const line of this.mask(text).split(/\r\n|\r|\n/)) {
      this.lines.push(line);
      if (this.#groupIsOpen) this.#groups.at(-1)?.lines.push(line);
    }
  }
}

type Range = Pick<KeptAnnotation, 'line' | 'endLine' | 'column' | 'endColumn'>;

/** RUN-16: what remains of lines and columns that do not fit together. */
function rangeOf(properties: ReadonlyMap<string, string>): Range {
  const numberOf = (name: string): number | undefined => {
    const text = properties.get(name);
    return text === undefined || !/^\d+$/.test(text) ? undefined : Number(text);
  };
  const [endLine, endColumn] = [numberOf('endline'), numberOf('endcolumn')];
  const [line, column] = [numberOf('line') ?? endLine, numberOf('col') ?? endColumn];
  const nothing = { line: undefined, endLine: undefined, column: undefined, endColumn: undefined };
  if (line === undefined || (endLine !== undefined && endLine < line)) return nothing;
  const columnsFit =
    (endLine === undefined || endLine === line) &&
    (column === undefined || endColumn === undefined || endColumn >= column);
  return columnsFit
    ? { line, endLine, column, endColumn }
    : { line, endLine, column: undefined, endColumn: undefined };
}
