import type { Diagnostic } from '../model/diagnostic.ts';
import { type ConfigDocument, isWritten, keyPlace } from './config-document.ts';

/** Settings that a writer would expect to work, and that have no effect yet. */
const NOT_ACTED_ON = [
  {
    path: ['notifications'],
    message: '`notifications` is accepted, but nobody is notified yet.',
    hint: 'Until then, let the workflow or scheduler that starts the run tell of its exit code.',
  },
  {
    path: ['schedule', 'fallback'],
    message: '`schedule.fallback` is accepted, but a failed run is not repeated by itself yet.',
    hint: 'The next run goes on from the checkpoint, whoever starts it.',
  },
] as const;

/** Warnings about the settings of a document that have no effect yet. */
export function warnNotActedOn(document: ConfigDocument): readonly Diagnostic[] {
  return NOT_ACTED_ON.filter(({ path }) => isWritten(document, ...path)).map(({ path, message, hint }) => ({
    severity: 'warning',
    file: document.file,
    ...keyPlace(document, path),
    code: 'not-acted-on',
    message,
    hint,
  }));
}
