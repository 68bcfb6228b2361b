/** Words that YAML 1.1 or 1.2 reads as something else than text. */
const RESERVED = /^(?:true|false|null|yes|no|on|off|y|n|nan|inf|infinity)$/i;

/**
 * A text as a value or key of block or flow YAML: plain where every parser reads it as that text, quoted otherwise.
 * `${` is doubled, so that the configuration's variables leave it alone.
 */
export function yamlText(text: string): string {
  const isPlain = /^[A-Za-z_][A-Za-z0-9_./-]*$/.test(text) && !RESERVED.test(text);
  return isPlain ? text : quoted(text.replaceAll('${', () => '$${'));
}

/** A text for a workflow file, where `${{ … }}` is meant as such and other text has none of it. */
export function workflowText(text: string): string {
  const isPlain = /^[A-Za-z_./][A-Za-z0-9_./*-]*$/.test(text) && !RESERVED.test(text);
  return isPlain ? text : quoted(text);
}

/** JSON's strings are YAML's double-quoted ones, the characters apart that YAML does not print. */
function quoted(text: string): string {
  return JSON.stringify(text).replaceAll(
    /[\u007f-\u009f\u2028\u2029\ufeff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
