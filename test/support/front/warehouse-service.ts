import { jsonAnswer, restError } from './json-answer.ts';
import type { FrontService } from './service.ts';

export type WarehouseState = 'RUNNING' | 'STARTING' | 'STOPPED' | 'STOPPING' | 'DELETING' | 'DELETED';

/** One SQL warehouse of the workspace; a test sets its state, and `start` brings it to RUNNING. */
export interface WarehouseService extends FrontService {
  state: WarehouseState;
}

const ROUTE = /^\/api\/2\.0\/sql\/warehouses\/([^/]+)(\/start)?$/;

export function warehouseService(warehouseId: string): WarehouseService {
  const service: WarehouseService = {
    state: 'RUNNING',
    nameOf: ({ method, path }) => {
      const route = ROUTE.exec(path);
      if (route === null) return undefined;
      return route[2] === undefined ? `${method} warehouse` : 'start warehouse';
    },
    handle: async ({ method, path }) => {
      const [, id = '', start] = ROUTE.exec(path) ?? [];
      if (id !== warehouseId || service.state === 'DELETED') {
        return restError(404, 'RESOURCE_DOES_NOT_EXIST', `SQL warehouse ${id} does not exist.`);
      }
      if (method === 'GET' && start === undefined) return jsonAnswer(200, { id, state: service.state });
      if (method !== 'POST' || start === undefined) {
        return restError(404, 'ENDPOINT_NOT_FOUND', `No API for ${method} ${path}`);
      }
      service.state = 'RUNNING';
      return jsonAnswer(200, {});
    },
  };
  return service;
}
