/**
 * A value that must never be printed. Every way of turning it into text gives `***`;
 * `reveal()` is the only way to the value, and is called only where a connection is opened.
 */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  reveal(): string {
    return this.#value;
  }

  toString(): string {
    return '***';
  }

  toJSON(): string {
    return '***';
  }

  /** `util.inspect` and `console.log` in Node. */
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return '***';
  }
}
