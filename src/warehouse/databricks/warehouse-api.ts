import { parseJson, textField } from './json-value.ts';
import type { RestClient } from './rest-client.ts';
import { RestFailure } from './rest-failure.ts';

/** A SQL warehouse as a thing of the workspace. Calls throw what RestClient throws. */
export interface WarehouseApi {
  /** `RUNNING`, `STARTING`, `STOPPED`, `STOPPING`, `DELETING`, `DELETED`; `undefined` where there is no such warehouse. */
  state(): Promise<string | undefined>;
  /** Asks it to start; one that runs or starts is left alone. Does not wait until it runs. */
  start(): Promise<void>;
}

export function warehouseApi(rest: RestClient, warehouseId: string): WarehouseApi {
  const path = `/api/2.0/sql/warehouses/${encodeURIComponent(warehouseId)}`;
  return {
    state: async () => {
      try {
        return textField(parseJson((await rest.send({ method: 'GET', path })).text), 'state');
      } catch (error) {
        if (error instanceof RestFailure && error.kind === 'missing') return undefined;
        throw error;
      }
    },
    start: async () => void (await rest.send({ method: 'POST', path: `${path}/start`, body: {} })),
  };
}
