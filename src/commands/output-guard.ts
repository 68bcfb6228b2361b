import type { Pipeline } from '../model/pipeline.ts';
import { redactJson } from '../report/redact-json.ts';
import { createRedactor } from '../report/redactor.ts';
import type { TerminalStream } from '../report/terminal-reporter.ts';
import { knownSecretsOf } from './secrets-of.ts';

/** Stands before everything that the command line writes, and hides the secrets that it has been told of so far. */
export class OutputGuard {
  #redactor = createRedactor([]);

  /** From now on the secrets that these pipelines use are shown nowhere, but for one that is its user's own name and hides nothing. */
  protect(pipelines: readonly Pipeline[], environment: Readonly<Record<string, string | undefined>>): void {
    const secrets = knownSecretsOf(pipelines, environment);
    this.#redactor = createRedactor(secrets.filter(({ value, user }) => value !== user));
  }

  /** A text for people, or a whole JSON document. */
  redact(text: string): string {
    if (this.#redactor.forms.length === 0) return text;
    return isJson(text) ? redactJson(text, this.#redactor) : this.#redactor.redact(text);
  }

  /** The stream with the guard before it. */
  guarded(stream: TerminalStream): TerminalStream {
    return {
      write: (text) => stream.write(this.redact(text)),
      get isTTY() {
        return stream.isTTY;
      },
      get columns() {
        return stream.columns;
      },
    };
  }
}

/** Reports are documents that are written as a whole. */
function isJson(text: string): boolean {
  if (!text.startsWith('{')) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
