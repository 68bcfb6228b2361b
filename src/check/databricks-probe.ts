import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { SelectedTable } from '../ingest/table-selection.ts';
import type { CheckFinding } from '../model/check-report.ts';
import type { Checkpoint } from '../model/checkpoint.ts';
import { IngestError } from '../model/ingest-error.ts';
import type { Pipeline, UnityCatalogTarget, VolumeName } from '../model/pipeline.ts';
import type { Problem } from '../model/problem.ts';
import { formatDuration } from '../report/quantity.ts';
import { type DatabricksConnection, principalOf } from '../warehouse/databricks/connection.ts';
import { filesApi } from '../warehouse/databricks/files-api.ts';
import type { RestClient } from '../warehouse/databricks/rest-client.ts';
import { RestFailure } from '../warehouse/databricks/rest-failure.ts';
import type { Warehouse, WarehouseOpener } from '../warehouse/warehouse.ts';
import { judged, unproven } from './finding.ts';
import {
  describeSecurable,
  type GrantJudgement,
  judgeNeeds,
  type Need,
  type Principal,
  type SecurableAccess,
} from './judge-grants.ts';
import { describeTargetTables, findTargetTables, judgeTargetTables } from './judge-target-tables.ts';
import { readCheckpoint, stateTableOf } from './pipeline-checkpoint.ts';
import type { TargetProbe } from './target-probe.ts';
import { readAccess, readPrincipal } from './unity-access.ts';

export interface DatabricksProbeOptions {
  readonly pipeline: Pipeline;
  readonly target: UnityCatalogTarget;
  readonly connection: Pick<DatabricksConnection, 'host' | 'warehouseId' | 'auth'>;
  readonly rest: RestClient;
  readonly opener: WarehouseOpener;
  readonly signal: AbortSignal;
  /** Milliseconds; only differences mean something. */
  readonly nowMs: () => number;
}

/** Looks at a target in Unity Catalog: by REST where that tells, and by one statement that proves the warehouse. */
export function databricksProbe(options: DatabricksProbeOptions): TargetProbe {
  return new DatabricksProbe(options);
}

class DatabricksProbe implements TargetProbe {
  readonly #options: DatabricksProbeOptions;
  #reached: { readonly warehouse: Warehouse; readonly principal: Principal } | undefined;

  constructor(options: DatabricksProbeOptions) {
    this.#options = options;
  }

  async reach(): Promise<CheckFinding> {
    const { connection, opener, rest, signal, nowMs } = this.#options;
    // First, so that a token that is refused is told as that.
    const principal = await this.#asking('asking who the token belongs to', () =>
      readPrincipal(rest, principalOf(connection.auth)),
    );
    const sinceMs = nowMs();
    const warehouse = await opener.open(signal);
    this.#reached = { warehouse, principal };
    await warehouse.query('SELECT 1');
    const took = formatDuration(nowMs() - sinceMs);
    return judged(
      [],
      `SQL warehouse ${connection.warehouseId} at ${connection.host} answered "${principal.name}" after ${took}`,
    );
  }

  async loadCheckpoint(): Promise<Checkpoint | undefined> {
    const { warehouse } = this.#requireReached();
    return await readCheckpoint(warehouse, this.#options.pipeline);
  }

  async judgeGrants(tables: readonly SelectedTable[]): Promise<CheckFinding> {
    return await this.#asking('reading what is granted', () => this.#judgeGrants(tables));
  }

  async #judgeGrants(tables: readonly SelectedTable[]): Promise<CheckFinding> {
    const { pipeline, target } = this.#options;
    const { warehouse, principal } = this.#requireReached();
    const catalog = await this.#access('CATALOG', [target.catalog], ['USE_CATALOG']);
    if (!catalog.there) return judged([missingCatalog(catalog, principal)], '');
    const found = await findTargetTables(warehouse, tables);
    const state = stateTableOf(pipeline);
    const isStateThere = (await warehouse.describeTable(state)) !== undefined;
    const there = found
      .filter((table) => table.found !== undefined)
      .map(({ selected }) => selected.target.table);
    const places = [
      { schema: target.schema, tables: there, makes: tables.length === 0 || there.length < tables.length },
      { schema: target.stateSchema, tables: isStateThere ? [state.table] : [], makes: !isStateThere },
    ];
    const needs: Need[] = [{ securable: catalog, privilege: 'USE_CATALOG' }];
    for (const place of places) needs.push(...(await this.#schemaNeeds(place)));
    const judgement = judgeNeeds(needs, principal);
    const problems = [...judgement.problems, ...judgeTargetTables(found)];
    return tell(problems, judgement, [
      `tables of ${target.catalog}.${target.schema} can be made and written`,
      describeTargetTables(found),
    ]);
  }

  /** What is needed in a schema: to make tables, and to write those that are there. */
  async #schemaNeeds(place: {
    readonly schema: string;
    readonly tables: readonly string[];
    readonly makes: boolean;
  }): Promise<readonly Need[]> {
    const { catalog } = this.#options.target;
    const wanted = ['USE_SCHEMA', ...(place.makes ? ['CREATE_TABLE'] : [])];
    const schema = await this.#access('SCHEMA', [catalog, place.schema], [...wanted, ...WRITING]);
    if (!schema.there) {
      const parent = await this.#access('CATALOG', [catalog], ['CREATE_SCHEMA']);
      return [{ securable: parent, privilege: 'CREATE_SCHEMA' }];
    }
    const needs: Need[] = wanted.map((privilege) => ({ securable: schema, privilege }));
    // What is granted on the schema is granted on all its tables; only else is each of them asked.
    const isWritable = WRITING.every((privilege) => schema.privileges?.has(privilege) === true);
    if (isWritable || schema.privileges?.has('ALL_PRIVILEGES') === true) return needs;
    for (const name of place.tables) {
      const table = await this.#access('TABLE', [catalog, place.schema, name], WRITING);
      needs.push(...WRITING.map((privilege) => ({ securable: table, privilege })));
    }
    return needs;
  }

  async judgeStaging(): Promise<CheckFinding> {
    const { volume } = this.#options.target;
    const doing = `staging a file in volume ${volume.catalog}.${volume.schema}.${volume.volume}`;
    return await this.#asking(doing, () => this.#judgeStaging(volume));
  }

  async #judgeStaging(volume: VolumeName): Promise<CheckFinding> {
    const { principal } = this.#requireReached();
    const name = [volume.catalog, volume.schema, volume.volume];
    const access = await this.#access('VOLUME', name, []);
    if (access.there) {
      await this.#putSmallFile(`/Volumes/${name.join('/')}`, access);
      return judged([], `a file was put into ${describeSecurable(access)}, and removed`);
    }
    const catalog = await this.#access('CATALOG', name.slice(0, 1), ['CREATE_SCHEMA']);
    if (!catalog.there) return judged([missingCatalog(catalog, principal)], '');
    const schema = await this.#access('SCHEMA', name.slice(0, 2), ['USE_SCHEMA', 'CREATE_VOLUME']);
    const needs = schema.there
      ? ['USE_SCHEMA', 'CREATE_VOLUME'].map((privilege) => ({ securable: schema, privilege }))
      : [{ securable: catalog, privilege: 'CREATE_SCHEMA' }];
    const judgement = judgeNeeds(needs, principal);
    return tell(judgement.problems, judgement, [
      `${describeSecurable(access)} is not there yet: the first run makes it`,
    ]);
  }

  async #putSmallFile(volumePath: string, volume: SecurableAccess): Promise<void> {
    const files = filesApi(this.#options.rest);
    const directory = await mkdtemp(path.join(tmpdir(), 'tributary-check-'));
    const remote = `${volumePath}/tributary-check-${randomBytes(6).toString('hex')}.txt`;
    try {
      const local = path.join(directory, 'check.txt');
      await writeFile(local, 'Written by "tributary check", which removes it again.\n');
      await files.putFile(local, remote);
      await files.deleteFile(remote);
    } catch (error) {
      throw this.#explainVolume(error, volume);
    } finally {
      await rm(directory, { recursive: true, force: true });
    }
  }

  #explainVolume(error: unknown, volume: SecurableAccess): unknown {
    if (!(error instanceof RestFailure) || error.kind !== 'forbidden') return error;
    const { principal } = this.#requireReached();
    const bare = { ...volume, owner: undefined, privileges: new Set<string>() };
    const needs = ['READ_VOLUME', 'WRITE_VOLUME'].map((privilege) => ({ securable: bare, privilege }));
    const [problem] = judgeNeeds(needs, principal).problems;
    return problem === undefined ? error : toError(problem);
  }

  #access(
    kind: SecurableAccess['kind'],
    name: readonly string[],
    wanted: readonly string[],
  ): Promise<SecurableAccess> {
    return readAccess(this.#options.rest, this.#requireReached().principal, { kind, name }, wanted);
  }

  #requireReached(): { readonly warehouse: Warehouse; readonly principal: Principal } {
    if (this.#reached === undefined) throw new TypeError('the warehouse has not been reached');
    return this.#reached;
  }

  async #asking<T>(doing: string, ask: () => Promise<T>): Promise<T> {
    try {
      return await ask();
    } catch (error) {
      throw this.#options.rest.translate(error, doing);
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#reached?.warehouse[Symbol.asyncDispose]();
  }
}

const WRITING = ['SELECT', 'MODIFY'] as const;

/** Passed, failed, or, where the workspace does not tell all, unproven. */
function tell(
  problems: readonly Problem[],
  { unknown }: GrantJudgement,
  found: readonly string[],
): CheckFinding {
  if (problems.length > 0 || unknown.length === 0)
    return judged(problems, found.filter((text) => text !== '').join('; '));
  const asked = unknown.map(
    ({ securable, privilege }) => `${privilege.replaceAll('_', ' ')} on ${describeSecurable(securable)}`,
  );
  return unproven(
    `the workspace does not tell whether these are granted: ${[...new Set(asked)].join(', ')}`,
    'The first run shows it. Its error has the GRANTs, and nothing is lost by it.',
  );
}

function missingCatalog(catalog: SecurableAccess, principal: Principal): Problem {
  const bare = { ...catalog, privileges: new Set<string>() };
  const [grant] = judgeNeeds([{ securable: bare, privilege: 'USE_CATALOG' }], principal).problems;
  const name = catalog.name.join('.');
  return {
    code: 'target-permission-denied',
    message: `There is no catalog ${name} in this workspace that "${principal.name}" could see.`,
    solution: `Correct target.catalog; or make the catalog; or, where it is there:\n${grant?.solution ?? ''}`,
  };
}

function toError({ code, message, solution }: Problem): IngestError {
  return new IngestError(code, message, { solution });
}
