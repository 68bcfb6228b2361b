import { randomUUID } from 'node:crypto';
import type { FrontContext, FrontRequest, FrontResponse, FrontService } from './service.ts';

const PREFIX = '/cloud-storage/results/';
const LINK_LIFE_MS = 15 * 60_000;

/** A file of a result, and whoever has the link may have it. */
export interface ResultLink {
  readonly url: string;
  readonly expiresAtMs: number;
}

interface StoredFile {
  readonly bytes: Buffer;
  readonly statement: string;
  readonly signature: string;
}

/**
 * The cloud storage that a warehouse puts large results into. A link is all that it wants: a bearer token would be given
 * away to somebody else, and is a violation.
 */
export class ResultFiles implements FrontService {
  readonly authentication = 'own';
  readonly #context: FrontContext;
  readonly #files = new Map<string, StoredFile>();

  constructor(context: FrontContext) {
    this.#context = context;
  }

  /** Keeps a file of a statement's result as long as the front lives. */
  add(bytes: Buffer, statement: string): ResultLink {
    const path = `${PREFIX}${randomUUID()}.arrow`;
    const signature = randomUUID();
    this.#files.set(path, { bytes, statement, signature });
    return {
      url: `${this.#context.origin}${path}?signature=${signature}`,
      expiresAtMs: Date.now() + LINK_LIFE_MS,
    };
  }

  nameOf(request: FrontRequest): string | undefined {
    return request.path.startsWith(PREFIX) ? `${request.method} result` : undefined;
  }

  /** The statement's text. */
  detailOf(request: FrontRequest): string | undefined {
    return this.#files.get(request.path)?.statement;
  }

  async handle(request: FrontRequest): Promise<FrontResponse> {
    if (request.headers['authorization'] !== undefined) {
      this.#context.violation(`A token was sent to the cloud storage: ${request.method} ${request.path}`);
      return { status: 400 };
    }
    const file = this.#files.get(request.path);
    if (request.method !== 'GET' || file?.signature !== request.query.get('signature')) {
      return { status: 403 };
    }
    return { status: 200, headers: { 'content-type': 'application/octet-stream' }, body: file.bytes };
  }
}
