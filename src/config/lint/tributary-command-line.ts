/** One call of the command line in a shell script, as far as its words say. */
export interface TributaryCommandLine {
  readonly command: string;
  readonly config: readonly string[];
  readonly pipelines: readonly string[];
  readonly maxDuration: string | undefined;
}

/** `tributary run`, `npx tributary@1 run`, `./node_modules/.bin/tributary run`, up to where the shell ends the command. */
const CALL =
  /(?:^|[\s;&|(])(?:[^\s;&|()]*\/)?tributary(?:@\S+)?\s+(run|validate|plan|backfill|check|status)\b((?:"[^"]*"|'[^']*'|[^\n;&|)"'])*)/g;

/** The calls in a script, in their order. Comments are left out; what the shell would fill in stays as it is. */
export function commandLinesOf(script: string): readonly TributaryCommandLine[] {
  const code = script.replace(/\\\n/g, ' ').replace(/^\s*#.*$/gm, '');
  return [...code.matchAll(CALL)].map(([, command = '', rest = '']) => {
    const words = wordsOf(rest);
    return {
      command,
      config: optionValues(words, ['-c', '--config']),
      pipelines: optionValues(words, ['-p', '--pipeline']),
      maxDuration: optionValues(words, ['--max-duration']).at(-1),
    };
  });
}

/** Expressions are one word, whatever blanks they hold. */
function wordsOf(text: string): readonly string[] {
  return [...text.matchAll(/(?:\$\{\{.*?\}\}|"[^"]*"|'[^']*'|[^\s"'])+/g)].map(([word]) =>
    word.replace(/["']/g, ''),
  );
}

function optionValues(words: readonly string[], names: readonly string[]): readonly string[] {
  return words.flatMap((word, index) => {
    if (names.includes(word)) return words[index + 1] ?? [];
    const name = names.find((option) => word.startsWith(`${option}=`));
    return name === undefined ? [] : [word.slice(name.length + 1)];
  });
}
