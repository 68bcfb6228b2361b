import type { Client } from 'pg';
import type { Dialect } from '../model/dialect.ts';
import type { ForetoldPlace, ForetoldReport } from '../model/foretold.ts';
import type { Pipeline } from '../model/pipeline.ts';
import { displayTableName } from '../model/source-table.ts';
import { type CatalogLook, type LookRequest, lookAtCatalog } from './catalog-look.ts';
import { countWord, keywordsOf, kindOf } from './describe-statement.ts';
import { baseOf, type PipelineBase } from './pipeline-base.ts';
import { type Effect, effectsOf } from './pipeline-effects.ts';
import { concludePipeline } from './pipeline-verdict.ts';
import {
  effectOfTrial,
  NEVER_COMMITTED,
  notReached,
  plainEffect,
  refused,
  summaryOf,
} from './plain-effects.ts';
import type { Statement, StatementRunner } from './run-statement.ts';
import { refusalOf, type Script } from './script.ts';
import { placesOf, type ScriptPart, splitStatements } from './split-statements.ts';
import { eventsOf, type StatementDeeds } from './statement-events.ts';
import { StatementStory, type ToldEvent, type ToldStatement } from './statement-story.ts';

export interface ForetoldPipelineOptions {
  readonly pipeline: Pipeline;
  readonly dialect: Dialect;
  /** Rows at the source by table (`public.orders`), as far as somebody has looked. */
  readonly rows: ReadonlyMap<string, number>;
}

export interface MigrationTellerOptions {
  /** The session that the runner tries statements in. */
  readonly client: Client;
  readonly runner: StatementRunner;
  readonly pipelines: readonly ForetoldPipelineOptions[];
}

interface TellerState {
  readonly request: LookRequest;
  readonly look: CatalogLook;
  readonly bases: ReadonlyMap<string, PipelineBase>;
}

type EffectsByPipeline = ReadonlyMap<string, readonly Effect[]>;

/** Tells what migrations do, one after the other, statement by statement. */
export class MigrationTeller {
  readonly #options: MigrationTellerOptions;
  readonly #request: LookRequest;
  readonly #bases: ReadonlyMap<string, PipelineBase>;
  readonly #story = new StatementStory();
  readonly #before: EffectsByPipeline;
  readonly #paths: string[] = [];
  readonly #notes: string[];
  #look: CatalogLook;
  #failedAt: string | undefined;
  /** Statements behind that one. */
  #notReached = 0;

  private constructor(options: MigrationTellerOptions, { request, look, bases }: TellerState) {
    this.#options = options;
    this.#request = request;
    this.#look = look;
    this.#bases = bases;
    this.#before = this.#effects();
    this.#notes = [...assumptionNotes(look), ...stoppedNotes(this.#before)];
    for (const [pipeline, effects] of this.#before) this.#story.begin(pipeline, effects);
  }

  /** Looks at the base schema, which must be made by now. */
  static async begin(options: MigrationTellerOptions): Promise<MigrationTeller> {
    const pipelines = options.pipelines.map(({ pipeline }) => pipeline);
    const request = {
      publications: [...new Set(pipelines.map(({ source }) => source.publicationName))],
      schemas: [...new Set(pipelines.flatMap(({ selection }) => selection.schemas.map(({ name }) => name)))],
    };
    const look = await lookAtCatalog(options.client, request);
    const bases = new Map(pipelines.map((pipeline) => [pipeline.name, baseOf(pipeline, look)]));
    return new MigrationTeller(options, { request, look, bases });
  }

  /** Applies one migration. */
  async tell(script: Script): Promise<void> {
    this.#paths.push(script.path);
    const parts = splitStatements(script.text);
    for (const part of parts) await this.#tellPart(script, part);
    const last = parts.at(-1);
    if ((await this.#options.runner.endFile()) === 'left-open' && last !== undefined)
      await this.#tellOpenTransaction(script, last);
  }

  /** What was told, in the light of all of it. */
  conclude(): Pick<ForetoldReport, 'files' | 'pipelines' | 'notes'> {
    return {
      files: this.#paths.map((path) => ({
        path,
        status: 'added',
        statements: this.#story.statementsOf(path),
      })),
      pipelines: this.#options.pipelines.map(({ pipeline: { name }, rows }) =>
        concludePipeline(name, this.#before.get(name) ?? [], this.#story.effectsOf(name), rows),
      ),
      notes: [...this.#notes, ...this.#unforetoldNotes()],
    };
  }

  /** Whoever reads that one statement is refused must not take the silence about the others for a good sign. */
  #unforetoldNotes(): readonly string[] {
    if (this.#failedAt === undefined || this.#notReached === 0) return [];
    const count = this.#notReached === 1 ? '1 statement' : `${this.#notReached} statements`;
    return [`Of ${count} after ${this.#failedAt} nothing is foretold: that one has to go through first.`];
  }

  async #tellPart(script: Script, part: ScriptPart): Promise<void> {
    if (part.tag === 'meta-command' && refusalOf(part) === undefined) return;
    if (this.#failedAt !== undefined) {
      this.#notReached += 1;
      return this.#tellPlainly(script, part, notReached(this.#failedAt));
    }
    if (part.tag === 'statement') return this.#tellStatement(script, part);
    // Rows that are not copied leave the schema as it is.
    if (part.tag !== 'copy-data') this.#failedAt = `${script.path}:${part.from.line}`;
    return this.#tellPlainly(script, part, refused(part));
  }

  async #tellStatement(script: Script, statement: Statement): Promise<void> {
    const trial = await this.#options.runner.try(statement);
    if (trial.tag !== 'applied') {
      const from = trial.tag === 'failed' ? placesOf(script.text)(trial.index) : statement.from;
      if (trial.tag === 'failed') this.#failedAt = `${script.path}:${from.line}`;
      return this.#tellPlainly(script, { ...statement, from }, effectOfTrial(trial));
    }
    const before = this.#look;
    const effects = await this.#lookAgain();
    const deeds = {
      before,
      after: this.#look,
      rewrites: trial.rewrites,
      typeChanges: countWord(statement.words, 'TYPE'),
      rowsOf: await this.#rowsOf(statement),
    };
    this.#story.add({
      ...toldOf(script, statement),
      isRollback: /^(?:ROLLBACK|ABORT)$/.test(keywordsOf(statement.words)[0] ?? ''),
      effects,
      events: [...this.#eventsOf(deeds), ...unselectedTables(before, this.#look, effects).map(ofNobody)],
    });
  }

  async #tellOpenTransaction(script: Script, last: ScriptPart): Promise<void> {
    this.#story.rollBack(placeOf(script, last), await this.#lookAgain());
    if (this.#failedAt === undefined) this.#tellPlainly(script, last, NEVER_COMMITTED);
  }

  /** Tells of a part that leaves the scratch as it was. */
  #tellPlainly(script: Script, part: ScriptPart, effect: Effect): void {
    const told = { ...toldOf(script, part), isRollback: false };
    this.#story.add({ ...told, effects: new Map(), events: [ofNobody(effect)] });
  }

  async #lookAgain(): Promise<EffectsByPipeline> {
    this.#look = await lookAtCatalog(this.#options.client, this.#request);
    return this.#effects();
  }

  #effects(): EffectsByPipeline {
    return new Map(
      this.#options.pipelines.map((one) => {
        const base = this.#bases.get(one.pipeline.name);
        return [one.pipeline.name, base === undefined ? [] : effectsOf({ ...one, base }, this.#look)];
      }),
    );
  }

  #eventsOf(deeds: StatementDeeds): readonly ToldEvent[] {
    return this.#options.pipelines.flatMap(({ pipeline }) => {
      const base = this.#bases.get(pipeline.name);
      const effects = base === undefined ? [] : eventsOf(pipeline, base, deeds);
      return effects.map((effect) => ({ pipeline: pipeline.name, effect }));
    });
  }

  async #rowsOf({ words }: Statement): Promise<StatementDeeds['rowsOf']> {
    const kind = kindOf(words);
    // Escapes in a name are nothing that to_regclass reads.
    if (kind.tag !== 'rows' || kind.table === '' || kind.table.includes('&')) return undefined;
    const { rows } = await this.#options.client.query<{ oid: number | null }>(
      'SELECT pg_catalog.to_regclass($1)::oid::int8::float8 AS oid',
      [kind.table],
    );
    const tableOid = rows[0]?.oid ?? null;
    return tableOid === null ? undefined : { tableOid, verb: kind.verb };
  }
}

function assumptionNotes({ facts }: CatalogLook): readonly string[] {
  return [...facts]
    .filter(([, { isAssumed }]) => isAssumed)
    .map(
      ([name]) =>
        `The base schema has no publication "${name}": it is taken to publish all tables, new ones too.`,
    );
}

function stoppedNotes(before: EffectsByPipeline): readonly string[] {
  return [...before].flatMap(([pipeline, effects]) =>
    effects
      .filter(({ tag, severity }) => tag === 'stops' && severity === 'error')
      .map(({ sentence }) => `${pipeline} would not run with the base schema already: ${sentence}`),
  );
}

/** New tables that no pipeline takes. */
function unselectedTables(
  before: CatalogLook,
  after: CatalogLook,
  effects: EffectsByPipeline,
): readonly Effect[] {
  const taken = new Set([...effects.values()].flat().map(({ tableOid }) => tableOid));
  return [...after.tables]
    .filter(([oid, { rootOid }]) => !before.tables.has(oid) && rootOid === oid && !taken.has(oid))
    .map(([, table]) => {
      const name = displayTableName(table);
      return {
        ...plainEffect('not-selected', 'info', `${name} is new, and no pipeline selects it.`),
        table: name,
      };
    });
}

function placeOf({ path: file }: Script, { from }: ScriptPart): ForetoldPlace {
  return { file, line: from.line };
}

function toldOf(script: Script, part: ScriptPart): Pick<ToldStatement, 'place' | 'statement'> {
  const { from, endLine } = part;
  return {
    place: placeOf(script, part),
    statement: { line: from.line, column: from.column, endLine, summary: summaryOf(part) },
  };
}

function ofNobody(effect: Effect): ToldEvent {
  return { pipeline: null, effect };
}
