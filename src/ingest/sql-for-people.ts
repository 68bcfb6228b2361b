/** An identifier in SQL that a person is to run: quoted only where it must be. */
export function quoteForPeople(name: string): string {
  return /^[a-z_][a-z0-9_]*$/.test(name) ? name : `"${name.replaceAll('"', '""')}"`;
}
