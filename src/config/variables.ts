/** A `${VAR}` of a text, with the index at which it begins. */
export interface VariableUse {
  readonly name: string;
  readonly index: number;
  readonly length: number;
}

/** A text with its variables filled in. */
export interface Interpolation {
  readonly text: string;
  /** Variables that the text names, in order. */
  readonly used: readonly VariableUse[];
  /** Those without a value and without a default; their placeholders stay in `text`. */
  readonly missing: readonly VariableUse[];
  /** Places with a `${` that begins no variable. */
  readonly malformed: readonly { readonly index: number; readonly length: number }[];
}

const PLACEHOLDER = /\$\$\{|\$\{([A-Za-z_][A-Za-z0-9_]*)(?::-([^}]*))?\}|\$\{[^}\s]*\}?/g;

/**
 * Fills in `${VAR}` and `${VAR:-default}`; `$${` stands for a plain `${`.
 *
 * A variable that is set to nothing counts as missing, because that is how an absent secret reaches a GitHub
 * workflow; `${VAR:-}` says that nothing is meant. A variable's value is taken as it stands: what looks like a
 * placeholder in it is text.
 */
export function interpolate(
  text: string,
  environment: Readonly<Record<string, string | undefined>>,
): Interpolation {
  const used: VariableUse[] = [];
  const missing: VariableUse[] = [];
  const malformed: { index: number; length: number }[] = [];
  const filled = text.replace(
    PLACEHOLDER,
    (placeholder: string, name: string | undefined, fallback: string | undefined, index: number) => {
      if (placeholder === '$${') return '${';
      const length = placeholder.length;
      if (name === undefined) {
        malformed.push({ index, length });
        return placeholder;
      }
      used.push({ name, index, length });
      const value = Object.hasOwn(environment, name) ? environment[name] : undefined;
      if (value !== undefined && value !== '') return value;
      if (fallback !== undefined) return fallback;
      missing.push({ name, index, length });
      return placeholder;
    },
  );
  return { text: filled, used, missing, malformed };
}
