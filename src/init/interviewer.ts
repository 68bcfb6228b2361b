import { createInterface, type Interface } from 'node:readline/promises';
import { type Readable, Writable } from 'node:stream';
import { IngestError } from '../model/ingest-error.ts';
import { printableLine } from '../report/foreign-text.ts';

export interface Question {
  /** The flag that answers it beforehand, such as `--host`. */
  readonly flag: string;
  readonly text: string;
  /** The answer of whoever answers nothing; `undefined`: there has to be one. */
  readonly fallback: string | undefined;
  /** Why an answer will not do, as a sentence; `undefined`: it will. */
  readonly refusal?: (answer: string) => string | undefined;
}

/** Whoever answers what the flags have left open. */
export interface Interviewer extends Disposable {
  /** Throws IngestError `usage-invalid` where there is no answer to be had. */
  ask(question: Question): Promise<string>;
  /** The same without an echo; empty when nobody can be asked. */
  askSecret(text: string): Promise<string>;
  show(text: string): void;
}

/** All at once, so that nobody finds them one by one. */
const NEEDED =
  'Without questions it needs --host and --database, --catalog for the target unity_catalog, --tables with --offline, and --repository outside of a clone from GitHub.';

/** Asks nobody: takes what each question falls back to. */
export function silentInterviewer(): Interviewer {
  return {
    ask: async ({ flag, fallback }) => {
      if (fallback !== undefined) return fallback;
      throw new IngestError('usage-invalid', `${flag} is not given.`, {
        solution: `Add ${flag}, or run "tributary init" on a terminal without --yes to be asked. ${NEEDED}`,
      });
    },
    askSecret: async () => '',
    show: () => undefined,
    [Symbol.dispose]: () => undefined,
  };
}

export interface Terminal {
  readonly input: Readable;
  readonly output: { write(text: string): unknown };
  /** Whether keys arrive one by one, so that an echo can be withheld. */
  readonly isTerminal: boolean;
}

/** Asks a person, line by line. An answer that will not do is asked for again, with the reason. */
export class TerminalInterviewer implements Interviewer {
  readonly #output: Terminal['output'];
  readonly #readline: Interface;
  readonly #lines: AsyncIterator<string>;
  #silent = false;
  #isClosed = false;

  constructor({ input, output, isTerminal }: Terminal) {
    this.#output = output;
    const echo = new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        if (!this.#silent) output.write(chunk.toString());
        done();
      },
    });
    // No history: the arrow keys would bring a password back to the screen.
    this.#readline = createInterface({ input, output: echo, terminal: isTerminal, historySize: 0 });
    this.#readline.once('close', () => {
      this.#isClosed = true;
    });
    this.#lines = this.#readline[Symbol.asyncIterator]();
  }

  async ask({ text, fallback, refusal }: Question): Promise<string> {
    const hint = fallback === undefined || fallback === '' ? '' : ` [${printableLine(fallback)}]`;
    for (;;) {
      const line = (await this.#line(`${text}${hint}: `)).trim();
      const answer = line === '' ? fallback : line;
      const reason = answer === undefined ? 'An answer is needed.' : refusal?.(answer);
      if (answer !== undefined && reason === undefined) return answer;
      this.show(`  ${reason ?? ''}`);
    }
  }

  async askSecret(text: string): Promise<string> {
    this.#output.write(`${text}: `);
    this.#silent = true;
    try {
      return await this.#line('');
    } finally {
      this.#silent = false;
      this.#output.write('\n');
    }
  }

  show(text: string): void {
    this.#output.write(`${text}\n`);
  }

  [Symbol.dispose](): void {
    this.#readline.close();
  }

  async #line(prompt: string): Promise<string> {
    // Lines that came before the end of the input are still to be had; only the prompt is not readline's any more.
    if (this.#isClosed) this.#output.write(prompt);
    else {
      this.#readline.setPrompt(prompt);
      this.#readline.prompt();
    }
    const { done, value } = await this.#lines.next();
    if (done !== true) return value;
    throw new IngestError('interrupted', 'The questions were not answered to the end; nothing was written.', {
      solution: 'Begin again, or answer by flags; "tributary init --help" lists them.',
    });
  }
}
