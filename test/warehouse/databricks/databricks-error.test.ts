import { describe, expect, it } from 'vitest';
import type { IngestError } from '../../../src/model/ingest-error.ts';
import { Secret } from '../../../src/model/secret.ts';
import { type DatabricksPlace, databricksError } from '../../../src/warehouse/databricks/databricks-error.ts';
import { FAILURE_POLICIES, type FailureKind } from '../../../src/warehouse/databricks/failure-policy.ts';
import {
  readStatementFailure,
  type StatementFailure,
} from '../../../src/warehouse/databricks/statement-failure.ts';
import type { FailedStatement } from '../../../src/warehouse/databricks/statement-outcome.ts';

const MERGE = "MERGE INTO `main`.`raw`.`orders` AS t USING (SELECT 'SECRET' AS a) AS s ON t.a = s.a";

const place: DatabricksPlace = {
  connection: {
    host: 'adb-1.2.azuredatabricks.net',
    warehouseId: '0123456789abcdef',
    auth: { tag: 'oauth-m2m', clientId: '11111111-2222', clientSecret: new Secret('SECRET') },
  },
  volume: { catalog: 'main', schema: 'ops', volume: 'stage' },
  statementTimeoutMs: 1_800_000,
};

function failure(kind: FailureKind, facts: Partial<StatementFailure> = {}): StatementFailure {
  return {
    kind,
    isVerdict: false,
    text: "The value 'SECRET' of the row",
    condition: undefined,
    sqlState: undefined,
    httpStatus: undefined,
    networkCode: undefined,
    retryAfterMs: undefined,
    ...facts,
  };
}

function tell(
  failed: StatementFailure,
  request: Partial<FailedStatement> & { statement?: string; warehouseState?: string } = {},
): IngestError {
  return databricksError(
    {
      tag: 'failed',
      phase: 'send',
      failure: failed,
      effect: 'none',
      tries: 1,
      tookMs: 0,
      statement: MERGE,
      warehouseState: undefined,
      ...request,
    },
    place,
  );
}

/** A statement's failure as the driver throws it. */
function verdict(message: string, sqlState: string): StatementFailure {
  return readStatementFailure(
    Object.assign(new Error(message), { errorCode: 'ERROR', response: { sqlState } }),
  );
}

function isKind(name: string): name is FailureKind {
  return name in FAILURE_POLICIES;
}

describe('telling what ended a run at the warehouse', () => {
  it.each(Object.keys(FAILURE_POLICIES).filter(isKind))(
    '%s: says what to do, and quotes no row, literal or secret',
    (kind) => {
      for (const phase of ['open', 'send', 'wait', 'fetch'] as const) {
        const error = tell(failure(kind), { phase, effect: 'unknown', tries: 3, tookMs: 5000 });
        expect(error.solution).toMatch(/\w{3}/);
        expect(`${error.message}\n${error.solution}`).not.toContain('SECRET');
        expect(error.cause).toBeUndefined();
      }
    },
  );

  it('names a host that does not exist', () => {
    const error = tell(failure('host-unknown', { networkCode: 'ENOTFOUND' }), { phase: 'open' });
    expect(error.code).toBe('target-unavailable');
    expect(error.message).toBe('There is no host adb-1.2.azuredatabricks.net (ENOTFOUND).');
    expect(error.solution).toContain('DATABRICKS_HOST');
  });

  it('names a warehouse that does not exist', () => {
    const error = tell(failure('warehouse-missing', { httpStatus: 404 }), { phase: 'open' });
    expect(error.message).toBe(
      'There is no SQL warehouse 0123456789abcdef at adb-1.2.azuredatabricks.net (HTTP 404): it was deleted, or the path is wrong.',
    );
    expect(error.solution).toContain('DATABRICKS_HTTP_PATH');
  });

  it('says of a refused token what it means for the way of signing in', () => {
    const error = tell(failure('unauthenticated', { httpStatus: 401 }), { phase: 'open' });
    expect(error.code).toBe('target-authentication-failed');
    expect(error.message).toContain('11111111-2222');
  });

  it('tells who may not use the warehouse', () => {
    const error = tell(failure('forbidden', { httpStatus: 403 }), { phase: 'open' });
    expect(error.code).toBe('target-permission-denied');
    expect(error.message).toBe(
      'The service principal 11111111-2222 may not use the SQL warehouse 0123456789abcdef at adb-1.2.azuredatabricks.net (HTTP 403).',
    );
    expect(error.solution).toContain('CAN USE');
  });

  it('tells the state of a warehouse that did not become ready', () => {
    const error = tell(failure('starting'), { warehouseState: 'STARTING', tries: 23, tookMs: 590_000 });
    expect(error.message).toBe(
      'The SQL warehouse 0123456789abcdef at adb-1.2.azuredatabricks.net did not become ready (its state is STARTING), after 23 tries in 10 minutes.',
    );
  });

  it('gives the GRANT that is missing, and only that, where the warehouse says which', () => {
    const error = tell(
      verdict(
        "[INSUFFICIENT_PERMISSIONS] Insufficient privileges: User does not have USE SCHEMA on Schema 'main.raw'. SQLSTATE: 42501",
        '42501',
      ),
    );
    expect(error.code).toBe('target-permission-denied');
    expect(error.message).toBe(
      'The service principal 11111111-2222 may not MERGE INTO main.raw.orders: USE SCHEMA is missing (INSUFFICIENT_PERMISSIONS, SQLSTATE 42501).',
    );
    expect(error.solution).toBe(
      'Let the owner of the objects run:\nGRANT USE SCHEMA ON SCHEMA `main`.`raw` TO `11111111-2222`;',
    );
  });

  it.each([
    [
      MERGE,
      [
        'GRANT USE CATALOG ON CATALOG `main` TO `11111111-2222`;',
        'GRANT USE SCHEMA ON SCHEMA `main`.`raw` TO `11111111-2222`;',
        'GRANT SELECT ON TABLE `main`.`raw`.`orders` TO `11111111-2222`;',
        'GRANT MODIFY ON TABLE `main`.`raw`.`orders` TO `11111111-2222`;',
        'GRANT READ VOLUME ON VOLUME `main`.`ops`.`stage` TO `11111111-2222`;',
      ],
    ],
    [
      'CREATE SCHEMA IF NOT EXISTS `main`.`raw`',
      [
        'GRANT USE CATALOG ON CATALOG `main` TO `11111111-2222`;',
        'GRANT CREATE SCHEMA ON CATALOG `main` TO `11111111-2222`;',
      ],
    ],
    [
      'CREATE TABLE IF NOT EXISTS `main`.`raw`.`orders` (id INT)',
      [
        'GRANT USE CATALOG ON CATALOG `main` TO `11111111-2222`;',
        'GRANT USE SCHEMA ON SCHEMA `main`.`raw` TO `11111111-2222`;',
        'GRANT CREATE TABLE ON SCHEMA `main`.`raw` TO `11111111-2222`;',
      ],
    ],
  ])('gives all GRANTs that a statement needs where it does not: %s', (statement, grants) => {
    const error = tell(verdict('[INSUFFICIENT_PERMISSIONS] x', '42501'), { statement });
    expect(error.solution?.split('\n').slice(1)).toEqual(grants);
  });

  it('tells what conflicts, and how often it was tried', () => {
    const error = tell(verdict('[DELTA_CONCURRENT_APPEND.WITHOUT_HINT] x', '2D521'), {
      tries: 8,
      tookMs: 50_000,
    });
    expect(error.code).toBe('target-conflict');
    expect(error.message).toBe(
      'Something else changes the same table: conflict while running MERGE INTO main.raw.orders (DELTA_CONCURRENT_APPEND.WITHOUT_HINT, SQLSTATE 2D521), after 8 tries in 50 s.',
    );
  });

  it('names the setting of a statement that took too long', () => {
    const error = tell(failure('timeout'), { phase: 'wait' });
    expect(error.code).toBe('target-timeout');
    expect(error.message).toContain('longer than 30 minutes');
    expect(error.solution).toContain('target.statement_timeout');
  });

  it('says when it is not known whether a statement had its effect', () => {
    const ended = (effect: FailedStatement['effect']): string =>
      tell(failure('answer-lost'), { effect }).message;
    expect(ended('unknown')).toContain('not known');
    expect(ended('none')).not.toContain('not known');
  });

  it('does not call it our bug when a host opens no session', () => {
    expect(tell(failure('rejected'), { phase: 'open' }).code).toBe('target-unavailable');
    expect(tell(failure('rejected')).code).toBe('target-query-failed');
  });

  it('tells a full quota, a missing object, gone files and a takeover apart', () => {
    const codeOf = (message: string, sqlState: string): string => tell(verdict(message, sqlState)).code;
    expect(codeOf('[RESOURCE_EXHAUSTED] x', '53400')).toBe('target-quota-exceeded');
    expect(codeOf('[TABLE_OR_VIEW_NOT_FOUND] x', '42P01')).toBe('target-table-mismatch');
    expect(codeOf('[PATH_NOT_FOUND] x', '42K03')).toBe('staging-failed');
    expect(codeOf('[USER_RAISED_EXCEPTION] tributary: fenced by epoch 3', 'P0001')).toBe('checkpoint-fenced');
  });

  it('names the catalog that is missing when it cannot make a schema in it', () => {
    const error = tell(verdict('[NO_SUCH_CATALOG_EXCEPTION] x', '42704'), {
      statement: 'CREATE SCHEMA IF NOT EXISTS `main`.`raw`',
    });
    expect(error.solution).toContain('CREATE CATALOG `main`;');
  });
});
