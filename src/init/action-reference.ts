import { IngestError } from '../model/ingest-error.ts';

/** Whose Tributary workflows use until somebody says it; the commit has to be filled in by hand then. */
export const UNPINNED_ACTION = 'your-org/tributary@COMMIT_SHA';

/** `actions/checkout`, by the commit of its release: a tag can be moved, a commit cannot. */
export const CHECKOUT = 'actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1';

/**
 * The reference for `uses:`, the release as its comment. Throws IngestError `usage-invalid` for anything but
 * `owner/name@<commit>`: a branch or a tag would let others change what runs with your secrets.
 */
export function parseActionReference(text: string, version: string): string {
  if (text === UNPINNED_ACTION || /^[\w.-]+\/[\w.-]+@[0-9a-f]{40}$/.test(text))
    return `${text} # v${version}`;
  throw new IngestError('usage-invalid', `"${text}" does not name a commit of the Action.`, {
    solution: 'Give it as owner/tributary@ and the 40 hexadecimal digits of the release’s commit.',
  });
}
