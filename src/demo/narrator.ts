import { styleText } from 'node:util';

/** Where the demo writes: `process.stdout`, or anything that takes text. */
export interface DemoOutput {
  write(text: string): unknown;
  readonly isTTY?: boolean | undefined;
}

type Format = Parameters<typeof styleText>[0];

/** Tells the demo's story on a terminal, or in a log. */
export class Narrator {
  readonly #output: DemoOutput;
  readonly #colours: boolean;
  #chapter = 0;

  constructor(output: DemoOutput, options: { readonly colours: boolean }) {
    this.#output = output;
    this.#colours = options.colours;
  }

  title(title: string, subtitle: string): void {
    this.#line(`${this.#style('bold', title)}\n${this.#style('dim', subtitle)}`);
  }

  chapter(title: string): void {
    this.#chapter++;
    this.#line(`\n${this.#style(['bold', 'cyan'], `${this.#chapter}. ${title}`)}`);
  }

  say(text: string): void {
    this.#line(`   ${text}`);
  }

  /** A command as the reader would type it. */
  command(command: string): void {
    this.#line(`   ${this.#style('dim', '$')} ${this.#style('bold', command)}`);
  }

  /** What a program printed. */
  quote(text: string): void {
    for (const line of text.trimEnd().split('\n'))
      this.#line(`   ${this.#style('dim', '│')} ${line}`.trimEnd());
  }

  /** Something that was promised, tried and found true. */
  held(text: string): void {
    this.#line(`   ${this.#style('green', '✓')} ${text}`);
  }

  failed(text: string): void {
    this.#line(`   ${this.#style('red', '✗')} ${text.replaceAll('\n', '\n     ')}`);
  }

  #line(text: string): void {
    this.#output.write(`${text}\n`);
  }

  #style(format: Format, text: string): string {
    return this.#colours ? styleText(format, text, { validateStream: false }) : text;
  }
}
