import type { ForetoldOutcome, ForetoldPlace, ForetoldStatement } from '../model/foretold.ts';
import { isTypeChanged } from '../schema/drift.ts';
import type { Effect } from './pipeline-effects.ts';

/** Something that a statement did by itself, whatever follows it. */
export interface ToldEvent {
  /** null: whatever the pipeline. */
  readonly pipeline: string | null;
  readonly effect: Effect;
}

export interface ToldStatement {
  readonly place: ForetoldPlace;
  readonly statement: Omit<ForetoldStatement, 'outcomes'>;
  /** What no longer holds after it has never been visible to anybody. */
  readonly isRollback: boolean;
  /** What pipelines meet after it; a pipeline that is left out meets what it met before. */
  readonly effects: ReadonlyMap<string, readonly Effect[]>;
  readonly events: readonly ToldEvent[];
}

interface Telling extends ToldEvent {
  /** It may be taken back by a later statement, or changed in its details; an event has happened. */
  readonly isState: boolean;
}

interface Undoing {
  readonly place: ForetoldPlace;
  readonly isRollback: boolean;
}

/**
 * Gathers what each statement brings, pipeline by pipeline, and tells it in the end in the light of what came after:
 * details as they are then, and what was taken back as such.
 */
export class StatementStory {
  readonly #entries: (Pick<ToldStatement, 'place' | 'statement'> & {
    readonly tellings: readonly Telling[];
  })[] = [];
  readonly #effects = new Map<string, readonly Effect[]>();
  readonly #origins = new Map<string, ForetoldPlace>();
  readonly #undone = new Map<string, Undoing>();

  /** Sets what a pipeline meets before the first statement: none of it is any statement's doing. */
  begin(pipeline: string, effects: readonly Effect[]): void {
    this.#effects.set(pipeline, effects);
  }

  /** What a pipeline meets now. */
  effectsOf(pipeline: string): readonly Effect[] {
    return this.#effects.get(pipeline) ?? [];
  }

  add(told: ToldStatement): void {
    const { place, statement, events } = told;
    const tellings = [...told.effects].flatMap(([pipeline, now]) => {
      const before = this.effectsOf(pipeline);
      this.#effects.set(pipeline, now);
      return [...this.#gone(pipeline, before, now, told), ...this.#come(pipeline, before, now, place)];
    });
    this.#entries.push({
      place,
      statement,
      tellings: [...tellings, ...events.map((event) => ({ ...event, isState: false }))],
    });
  }

  /** Takes back what a transaction had done that ended without a statement of its own. */
  rollBack(place: ForetoldPlace, effects: ToldStatement['effects']): void {
    for (const [pipeline, now] of effects) {
      this.#gone(pipeline, this.effectsOf(pipeline), now, { place, isRollback: true });
      this.#effects.set(pipeline, now);
    }
  }

  /** Statements of a file with what they bring. */
  statementsOf(file: string): readonly ForetoldStatement[] {
    return this.#entries
      .filter(({ place }) => place.file === file)
      .map(({ statement, tellings }) => ({
        ...statement,
        outcomes: tellings.map((telling) => this.#conclude(telling)),
      }));
  }

  /** Notes what an earlier statement brought and this one takes back; tells of what stopped runs before the change. */
  #gone(
    pipeline: string,
    before: readonly Effect[],
    now: readonly Effect[],
    undoing: Undoing,
  ): readonly Telling[] {
    const current = new Set(now.map(({ key }) => key));
    return before
      .filter(({ key }) => !current.has(key))
      .flatMap((effect) => {
        const id = idOf(pipeline, effect);
        if (this.#origins.has(id)) {
          this.#undone.set(id, { place: undoing.place, isRollback: undoing.isRollback });
          return [];
        }
        return effect.tag === 'stops' ? [{ pipeline, effect: relievedOf(effect), isState: false }] : [];
      });
  }

  #come(
    pipeline: string,
    before: readonly Effect[],
    now: readonly Effect[],
    place: ForetoldPlace,
  ): readonly Telling[] {
    const earlier = new Map(before.map((effect) => [effect.key, effect]));
    return now.flatMap((effect): readonly Telling[] => {
      const id = idOf(pipeline, effect);
      const twin = earlier.get(effect.key);
      const origin = this.#origins.get(id);
      if (twin === undefined) {
        this.#origins.set(id, place);
        this.#undone.delete(id);
        return [{ pipeline, effect, isState: true }];
      }
      if (origin === undefined || isSame(twin, effect)) return [];
      return [{ pipeline, effect: changedOf(twin, effect, origin), isState: false }];
    });
  }

  #conclude({ pipeline, effect, isState }: Telling): ForetoldOutcome {
    if (pipeline === null) return outcomeOf(pipeline, effect, null);
    const isLoaded = this.#isLoaded(pipeline, effect);
    if (!isState) return outcomeOf(pipeline, isLoaded ? harmless(effect) : effect, null);
    const last = this.effectsOf(pipeline).find(({ key }) => key === effect.key);
    if (last !== undefined) return outcomeOf(pipeline, last, null);
    const undoing = this.#undone.get(idOf(pipeline, effect));
    if (undoing === undefined) return outcomeOf(pipeline, effect, null);
    return outcomeOf(pipeline, takenBack(effect, undoing, isLoaded), undoing.place);
  }

  /** Whether the next run reads the whole table: what happened to it before then is of no account. */
  #isLoaded(pipeline: string, { tableOid }: Effect): boolean {
    return this.effectsOf(pipeline).some(
      ({ tag, tableOid: oid }) => oid === tableOid && (tag === 'first-load' || tag === 'loaded-anew'),
    );
  }
}

function idOf(pipeline: string, { key }: Effect): string {
  return `${pipeline}\n${key}`;
}

function isSame(one: Effect, other: Effect): boolean {
  return one.sentence === other.sentence && one.targetSql.join('\n') === other.targetSql.join('\n');
}

function relievedOf(effect: Effect): Effect {
  return {
    ...effect,
    tag: 'relieved',
    severity: 'info',
    sentence: `No longer keeps the pipeline from running: ${effect.sentence}`,
    solution: null,
  };
}

/** Rows that are written under another shape of a column than the catalog shows later are what a run cannot read. */
function changedOf(was: Effect, is: Effect, origin: ForetoldPlace): Effect {
  const isReshaped = was.column !== is.column || isOtherType(was.columnType, is.columnType);
  const subject = is.column === null ? `${is.table}` : `column "${is.column}" of ${is.table}`;
  const told = {
    ...is,
    tag: 'changes-earlier',
    severity: 'info',
    sentence: `Changes what line ${origin.line} brings: ${subject}.`,
    solution: null,
    targetSql: [],
    code: null,
  } as const;
  if (!isReshaped) return told;
  return {
    ...told,
    severity: 'warning',
    sentence: `${told.sentence} Should rows be written in between, the run stops with drift-unsupported.`,
    solution: 'Bring it as it is to be in the end, by one statement.',
  };
}

function isOtherType(was: Effect['columnType'], is: Effect['columnType']): boolean {
  return was !== null && is !== null && isTypeChanged(was, is) && isTypeChanged(is, was);
}

/** What happened to rows that are all read again. */
function harmless(effect: Effect): Effect {
  if (effect.severity !== 'warning') return effect;
  return {
    ...effect,
    severity: 'info',
    sentence: `${effect.sentence} The load makes up for it.`,
    solution: null,
  };
}

function takenBack(effect: Effect, { place, isRollback }: Undoing, isLoaded: boolean): Effect {
  const where = `${place.file}:${place.line}`;
  if (isRollback)
    return {
      ...effect,
      severity: 'info',
      sentence: `${effect.sentence} Rolled back by ${where}.`,
      solution: null,
    };
  const sentence = `${effect.sentence} Taken back by ${where}`;
  const isShape = effect.tag === 'column-added' || effect.tag === 'stops';
  if (isLoaded || !isShape) return { ...effect, severity: 'info', sentence: `${sentence}.` };
  const danger = 'a run in between meets it, and rows that are written in between stop the run after it';
  return { ...effect, severity: 'warning', sentence: `${sentence}; ${danger}.` };
}

function outcomeOf(pipeline: string | null, effect: Effect, undoneBy: ForetoldPlace | null): ForetoldOutcome {
  const { tag, severity, table, column, code, sentence, solution, targetSql } = effect;
  return { tag, severity, pipeline, table, column, code, sentence, solution, targetSql, undoneBy };
}
