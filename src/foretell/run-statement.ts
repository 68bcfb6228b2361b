import { type Client, DatabaseError } from 'pg';
import { kindOf } from './describe-statement.ts';
import type { ScriptPart } from './split-statements.ts';

export type Statement = Extract<ScriptPart, { readonly tag: 'statement' }>;

/** What became of one statement in the scratch. */
export type Trial =
  | { readonly tag: 'applied'; readonly rewrites: readonly TableRewrite[] }
  /** PostgreSQL refuses it. `index` is where in the script, as far as it says so. */
  | {
      readonly tag: 'failed';
      readonly sqlState: string;
      /** `undefined` where it may quote a row. */
      readonly message: string | undefined;
      readonly index: number;
    }
  /** It, or what it builds on, needs something that the scratch server does not have. */
  | { readonly tag: 'unknown'; readonly reason: string }
  /** It acts on more than the database. */
  | { readonly tag: 'not-tried' };

/** A table whose rows were written anew by DDL. */
export interface TableRewrite {
  readonly tableOid: number;
  /** Values of existing columns may have changed: its type, or a stored expression. */
  readonly cause: 'default' | 'type' | 'storage';
}

/** https://www.postgresql.org/docs/current/functions-event-triggers.html */
const REWRITE_DEFAULT = 2;
const REWRITE_TYPE = 4;
const REWRITE_NOTICE = /^tributary rewrite (\d+) (\d+)$/;

// INFO reaches the client whatever client_min_messages says, which dumps like to raise.
const WATCH_REWRITES = /*sql*/ `
CREATE SCHEMA tributary_scratch;
CREATE FUNCTION tributary_scratch.tell_rewrite() RETURNS event_trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  RAISE INFO 'tributary rewrite % %', pg_event_trigger_table_rewrite_oid()::int8, pg_event_trigger_table_rewrite_reason();
END $$;
CREATE EVENT TRIGGER tributary_scratch_rewrite ON table_rewrite EXECUTE FUNCTION tributary_scratch.tell_rewrite();`;

/** Tries statements in one session, one after the other, and keeps a transaction of theirs alive past a failing one. */
export class StatementRunner {
  readonly #client: Client;
  #rewrites: TableRewrite[] = [];
  /** What the scratch server has turned out not to have: later failures may come from that. */
  readonly #lacking: string[] = [];

  private constructor(client: Client) {
    this.#client = client;
    client.on('notice', ({ message }) => this.#hear(message ?? ''));
  }

  static async open(client: Client): Promise<StatementRunner> {
    await client.query(WATCH_REWRITES);
    return new StatementRunner(client);
  }

  async try(statement: Statement): Promise<Trial> {
    const kind = kindOf(statement.words);
    if (kind.tag === 'server-wide') return { tag: 'not-tried' };
    if (kind.tag === 'transaction-setting') return { tag: 'applied', rewrites: [] };
    const isInside = this.#client.getTransactionStatus() === 'T';
    this.#rewrites = [];
    // Never released: the statement may end the transaction, or roll back to a savepoint of its own.
    if (isInside) await this.#client.query('SAVEPOINT tributary_statement');
    try {
      await this.#client.query(statement.text);
      return { tag: 'applied', rewrites: this.#rewrites };
    } catch (error) {
      if (!(error instanceof DatabaseError)) throw error;
      // The error comes before the word of how the transaction stands; the end of any other query comes after it.
      await this.#client.query('');
      if (this.#client.getTransactionStatus() === 'E')
        await this.#client.query(isInside ? 'ROLLBACK TO SAVEPOINT tributary_statement' : 'ROLLBACK');
      return this.#judge(error, statement);
    }
  }

  /**
   * Ends the file: its session settings are forgotten, as every migration has a session of its own. Tells whether a
   * transaction was left open, which is rolled back then, as psql would do.
   */
  async endFile(): Promise<'closed' | 'left-open'> {
    const isOpen = this.#client.getTransactionStatus() !== 'I';
    if (isOpen) await this.#client.query('ROLLBACK');
    await this.#client.query('DISCARD ALL');
    return isOpen ? 'left-open' : 'closed';
  }

  #hear(message: string): void {
    const [, oid, reason] = REWRITE_NOTICE.exec(message) ?? [];
    if (oid === undefined) return;
    this.#rewrites.push({ tableOid: Number(oid), cause: causeOf(Number(reason)) });
  }

  #judge(error: DatabaseError, statement: Statement): Trial {
    const kind = kindOf(statement.words).tag;
    // An earlier run in the same server made it.
    if (kind === 'create-role' && error.code === DUPLICATE_OBJECT) return { tag: 'applied', rewrites: [] };
    const lacked = whatIsLacked(error, kind === 'create-extension');
    if (lacked !== undefined) {
      this.#lacking.push(lacked);
      return { tag: 'unknown', reason: `The scratch server lacks something that it needs: ${lacked}` };
    }
    if (error.code === QUERY_CANCELED)
      return { tag: 'unknown', reason: 'It took longer than two minutes in the scratch.' };
    const [missing] = this.#lacking;
    if (missing !== undefined) {
      const reason = `It fails in the scratch (${primaryMessage(error) ?? `SQLSTATE ${error.code}`}), maybe because of what is lacking there: ${missing}`;
      return { tag: 'unknown', reason };
    }
    return {
      tag: 'failed',
      sqlState: error.code ?? '',
      message: primaryMessage(error),
      index: statement.start + indexOfPosition(statement.text, error.position),
    };
  }
}

const DUPLICATE_OBJECT = '42710';
const UNDEFINED_OBJECT = '42704';
const QUERY_CANCELED = '57014';

function causeOf(reason: number): TableRewrite['cause'] {
  if ((reason & REWRITE_TYPE) !== 0) return 'type';
  return (reason & REWRITE_DEFAULT) !== 0 ? 'default' : 'storage';
}

/** The message alone: details and hints quote rows. Of data exceptions and violated constraints the message itself does. */
function primaryMessage({ code, message }: DatabaseError): string | undefined {
  return code !== undefined && /^2[23]/.test(code) ? undefined : message;
}

/**
 * A role or an extension that the real server has and the scratch has not. SQLSTATE is shared with much else here; the
 * server's function that raised the error is not.
 */
function whatIsLacked(error: DatabaseError, isExtension: boolean): string | undefined {
  const routine = error.routine ?? '';
  const isRole = error.code === UNDEFINED_OBJECT && /^get_role/.test(routine);
  const isMissingExtension = isExtension && /^(?:0A000|58P01)$/.test(error.code ?? '');
  return isRole || isMissingExtension ? `${error.message}.` : undefined;
}

/** PostgreSQL counts characters from 1; a script's indexes count UTF-16 code units from 0. */
function indexOfPosition(text: string, position: string | undefined): number {
  const characters = Number(position ?? 1) - 1;
  let index = 0;
  for (let count = 0; count < characters && index < text.length; count++) {
    index += (text.codePointAt(index) ?? 0) > 0xffff ? 2 : 1;
  }
  return index;
}
