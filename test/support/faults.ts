import type { Source } from '../../src/source/source.ts';
import type { Warehouse, WarehouseOpener } from '../../src/warehouse/warehouse.ts';

/** `before`: the call is refused. `after`: it has its effect, and the answer is lost: the case that matters. */
export type FaultMoment = 'before' | 'after';

/** Thrown by a scripted fault. */
class ScriptedFault extends Error {
  override readonly name = 'ScriptedFault';
}

const EFFECTS: ReadonlySet<string> = new Set([
  'execute',
  'query',
  'update',
  'merge',
  'describeTable',
  'hasSchema',
  'putStagedFile',
  'removeStaged',
  'acknowledge',
  'close',
  'openStream',
  'createSlot',
  'openSnapshot',
  'emitMessage',
]);

/** Counts the calls of a run that leave the process, and breaks one of them. */
export class Fault {
  readonly calls: string[] = [];
  readonly #call: number;
  readonly #moment: FaultMoment;
  readonly #effects: ReadonlySet<string>;

  /** `call` counts from 1, among calls of the given names; 0 breaks nothing. */
  constructor(call: number, moment: FaultMoment, effects: Iterable<string> = EFFECTS) {
    this.#call = call;
    this.#moment = moment;
    this.#effects = new Set(effects);
  }

  get struck(): boolean {
    return this.#call > 0 && this.calls.length >= this.#call;
  }

  warehouse(opener: WarehouseOpener): WarehouseOpener {
    return {
      open: async (signal) => this.#wrap<Warehouse>(await opener.open(signal)),
    };
  }

  source(source: Source): Source {
    return this.#wrap(source);
  }

  #wrap<T extends object>(port: T): T {
    return new Proxy(port, {
      get: (object, name) => {
        const member: unknown = Reflect.get(object, name, object);
        if (typeof member !== 'function') return member;
        const call = (...args: unknown[]): unknown => Reflect.apply(member, object, args);
        if (typeof name !== 'string' || !this.#effects.has(name)) return call;
        return (...args: unknown[]) => this.#break(name, () => call(...args));
      },
    });
  }

  #break(name: string, call: () => unknown): unknown {
    this.calls.push(name);
    const strikes = this.calls.length === this.#call;
    if (strikes && this.#moment === 'before') throw new ScriptedFault(`${name} is refused`);
    const result = call();
    if (result instanceof Promise) {
      return result.then(async (value: unknown) => {
        if (strikes) {
          // A process that dies lets go of its connections.
          if (isDisposable(value)) await value[Symbol.asyncDispose]();
          throw new ScriptedFault(`the answer of ${name} is lost`);
        }
        return name === 'openStream' && typeof value === 'object' && value !== null
          ? this.#wrap(value)
          : value;
      });
    }
    if (strikes) throw new ScriptedFault(`the answer of ${name} is lost`);
    return result;
  }
}

function isDisposable(value: unknown): value is AsyncDisposable {
  return typeof value === 'object' && value !== null && Symbol.asyncDispose in value;
}
