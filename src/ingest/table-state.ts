import type { Relation } from '../model/change.ts';
import type { Dialect } from '../model/dialect.ts';
import { IngestError } from '../model/ingest-error.ts';
import { LAST_LSN, type Lsn, laterLsn, ZERO_LSN } from '../model/lsn.ts';
import { throwProblems } from '../model/problem.ts';
import { displayTargetName } from '../model/table-name.ts';
import { isTypeChanged } from '../schema/drift.ts';
import { missingLiteral } from '../schema/missing-literal.ts';
import type { TargetTable } from '../schema/target-table.ts';
import type { RunRecorder } from './run-recorder.ts';
import { driftProblem, type TablePlan } from './table-plan.ts';
import { shapeOfRelation, type TableShape } from './table-shape.ts';

/** What a relation message of the stream asks for. */
export type RelationVerdict =
  /** The plan covers it. */
  | 'known'
  /** It has columns, or lacks some, that the catalog must be asked about again. */
  | 'ask-catalog';

/** One selected table over a whole run: its plan, and how the stream describes it at the moment. */
export class TableState {
  plan: TablePlan;
  /** The latest LSN that rows were loaded as of, in this run. */
  loadedTo: Lsn = ZERO_LSN;
  /** Whether values were read again of which no checkpoint tells yet. */
  isRereadUnsaved = false;
  readonly #dialect: Dialect;
  readonly counts: ReturnType<RunRecorder['table']>;
  #relation: Relation | undefined;
  #shape: TableShape | undefined;
  readonly #seenColumns = new Set<string>();

  constructor(plan: TablePlan, dialect: Dialect, recorder: RunRecorder) {
    this.plan = plan;
    this.#dialect = dialect;
    this.counts = recorder.table(plan.selected.displayName, displayTargetName(plan.target.name));
  }

  get displayName(): string {
    return this.plan.selected.displayName;
  }

  get snapshot(): TablePlan['snapshot'] {
    return this.plan.snapshot;
  }

  get oid(): number {
    return this.plan.selected.source.oid;
  }

  get target(): TargetTable {
    return this.plan.target;
  }

  get shape(): TableShape {
    if (this.#shape === undefined)
      throw new IngestError(
        'protocol-violated',
        `${this.target.source}: a change came before the table was described.`,
      );
    return this.#shape;
  }

  isDescribedBy(relation: Relation): boolean {
    return this.#relation === relation;
  }

  /** Whether a change that committed at this LSN is wanted: not in the snapshot already, and the table not waiting for one. */
  wants(commitLsn: Lsn): boolean {
    const { snapshot } = this.plan;
    return snapshot.tag !== 'pending' && commitLsn > snapshot.lsn;
  }

  /** Judges a relation against the plan. Throws `drift-unsupported` for a changed type. */
  judge(relation: Relation): RelationVerdict {
    const { selected, retired } = this.plan;
    const catalog = new Map(selected.source.columns.map((column) => [column.name, column]));
    const known = new Set([
      ...catalog.keys(),
      ...selected.source.unpublishedColumns.map(({ name }) => name),
      ...retired.map(({ name }) => name),
    ]);
    const names = new Set(relation.columns.map(({ name }) => name));
    if (relation.columns.some(({ name }) => !known.has(name))) return 'ask-catalog';
    if (this.#lacksColumns(names)) return 'ask-catalog';
    for (const column of relation.columns) {
      const now = catalog.get(column.name);
      if (now === undefined || !selected.columns.includes(now)) continue;
      if (isTypeChanged(column, now) && isTypeChanged(now, column)) {
        throwProblems([driftProblem(selected, `the type of column "${column.name}" was changed`)]);
      }
    }
    return 'known';
  }

  /**
   * Whether a description leaves out a column that its rows must have: one that was there at the checkpoint, or that the
   * stream has shown before. Only a column added since may come later.
   */
  #lacksColumns(names: ReadonlySet<string>): boolean {
    const { selected, unseen, snapshot } = this.plan;
    return selected.columns.some(
      ({ name }) =>
        !names.has(name) &&
        (this.#seenColumns.has(name) ||
          // A slot without a first load may be older than any column.
          (isLoadedAtAll(snapshot) && !unseen.includes(name))),
    );
  }

  /**
   * The server describes a table again for many reasons besides DDL (ANALYZE is one). Returns whether this
   * description says what the last one said.
   */
  redescribe(relation: Relation): boolean {
    if (this.#relation === undefined || !isSameDescription(this.#relation, relation)) return false;
    this.#relation = relation;
    return true;
  }

  describe(relation: Relation): void {
    this.#relation = relation;
    this.#shape = shapeOfRelation(relation, this.target);
    for (const { name } of relation.columns) this.#seenColumns.add(name);
  }

  /** Rows with these columns are in the target, and the checkpoint that comes next says so: from now on all have them. */
  settleColumns(): void {
    const unseen = this.plan.unseen.filter((name) => !this.#seenColumns.has(name));
    if (unseen.length < this.plan.unseen.length) this.plan = { ...this.plan, unseen };
  }

  /** Values were read again from the source, as they were not later than this. */
  noteReread(insertLsn: Lsn): void {
    this.plan = { ...this.plan, rereadTo: laterLsn(this.plan.rereadTo, insertLsn) };
    this.isRereadUnsaved = true;
  }

  /**
   * Rows that moved at or before it have their unchanged values read again. What an unfinished load has not come to yet
   * may be of any time, or wrong.
   */
  get distrustedTo(): Lsn {
    return this.plan.snapshot.tag === 'loading' ? LAST_LSN : this.plan.rereadTo;
  }

  /**
   * What rows of the present shape read in target columns that they do not carry, as SQL: the default PostgreSQL
   * gives to rows from before the column; NULL once the column has been dropped.
   */
  missingLiterals(): (columnName: string) => string {
    const seen = new Set(this.#seenColumns);
    return (columnName) => {
      if (seen.has(columnName)) return 'NULL';
      // The plan at the time of the merge: it may have learned of the column after the rows came.
      const { plan } = this;
      const source = plan.selected.columns.find(({ name }) => name === columnName);
      const target = plan.target.columns.find(({ name }) => name === columnName);
      if (source === undefined || target === undefined) return 'NULL';
      return missingLiteral(this.#dialect, target.mapping, source.missingValue);
    };
  }
}

function isLoadedAtAll({ tag }: TablePlan['snapshot']): boolean {
  return tag === 'loaded' || tag === 'loading';
}

function isSameDescription(one: Relation, other: Relation): boolean {
  return (
    one.columns.length === other.columns.length &&
    one.columns.every((column, index) => {
      const twin = other.columns[index];
      return column.name === twin?.name && column.typeOid === twin.typeOid && column.typmod === twin.typmod;
    })
  );
}
