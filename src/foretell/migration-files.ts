import path from 'node:path';
import { IngestError } from '../model/ingest-error.ts';
import type { ChangedFile } from './changed-files.ts';
import { compareMigrations, forwardPart, goesBack, isRepeatable } from './migration-text.ts';
import type { Script } from './script.ts';

/** A migration that was found: as it is shown to the user, and where it lies. */
export interface MigrationPath {
  readonly shown: string;
  readonly absolute: string;
}

/** Migrations of a change, sorted by what is to be done with them; each list in the order of their application. */
export interface SortedMigrations {
  /** Not touched by the change: part of the base schema. */
  readonly base: readonly MigrationPath[];
  /** Added by the change, or meant to be applied anew when edited. */
  readonly changed: readonly MigrationPath[];
  /** Edited by the change although the base had them. They are part of the base as well. */
  readonly edited: readonly MigrationPath[];
}

/** Sorts migrations by whether a change touches them. Files that take a migration back are left out. */
export function sortMigrations(
  found: readonly MigrationPath[],
  changes: readonly ChangedFile[],
  workingDirectory: string,
): SortedMigrations {
  const statuses = new Map(
    changes.map(({ path: changed, status }) => [path.resolve(workingDirectory, changed), status]),
  );
  const forward = found
    .filter(({ shown }) => !goesBack(shown))
    .toSorted((one, other) => compareMigrations(one.shown, other.shown));
  const isNew = ({ shown, absolute }: MigrationPath): boolean => {
    const status = statuses.get(absolute);
    return status === 'added' || (status === 'modified' && isRepeatable(shown));
  };
  const edited = forward.filter((file) => statuses.get(file.absolute) === 'modified' && !isNew(file));
  return {
    base: forward.filter((file) => !isNew(file)),
    changed: forward.filter(isNew),
    edited,
  };
}

/** More than any migration needs, and less than what makes a machine short of memory. */
const MAX_SCRIPT_BYTES = 16 * 1024 * 1024;

/** A script as it is applied: its way forward. Throws `usage-invalid` for what is no text in UTF-8, or too large. */
export function readScript(shown: string, bytes: Uint8Array): Script {
  if (bytes.length > MAX_SCRIPT_BYTES)
    throw unreadable(shown, `is larger than ${MAX_SCRIPT_BYTES / 1024 ** 2} MiB`);
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return { path: shown, text: forwardPart(text) };
  } catch (cause) {
    throw unreadable(shown, 'is not written in UTF-8', cause);
  }
}

function unreadable(shown: string, what: string, cause?: unknown): IngestError {
  return new IngestError('usage-invalid', `${shown} ${what}, so it is not read as a migration.`, {
    solution: 'Save it as UTF-8, split it, or name the migrations more narrowly.',
    cause,
  });
}
