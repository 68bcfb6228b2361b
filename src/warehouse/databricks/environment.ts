import { Secret } from '../../model/secret.ts';

/** Environment variables; one that is empty counts as not set, because a missing GitHub secret arrives so. */
export interface Environment {
  text(name: string): string | undefined;
  secret(name: string): Secret | undefined;
}

/** Reads variables without blanks around them: a secret pasted with its line end is a common mistake. */
export function environmentOf(variables: Readonly<Record<string, string | undefined>>): Environment {
  const text = (name: string) => {
    const value = variables[name]?.trim();
    return value === '' ? undefined : value;
  };
  return {
    text,
    secret: (name) => {
      const value = text(name);
      return value === undefined ? undefined : new Secret(value);
    },
  };
}
