import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  startLocalPostgres
} from "./part-RONOXHKV.mjs";
import {
  Secret
} from "./part-SRMZXY7W.mjs";
import {
  init_node_20_polyfills
} from "./part-KSWFSZFM.mjs";

// src/demo/scratch-server.ts
init_node_20_polyfills();
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
async function startScratchServer() {
  const directory = await mkdtemp(join(tmpdir(), "tributary-scratch-"));
  const server = await startLocalPostgres({ dataDirectory: directory, persistent: false });
  const { host, port, superuser, password } = server;
  return {
    url: new Secret(
      `postgres://${superuser}:${encodeURIComponent(password.reveal())}@${host}:${port}/postgres`
    ),
    [Symbol.asyncDispose]: async () => {
      await server.stop();
      await rm(directory, { recursive: true, force: true });
    }
  };
}
export {
  startScratchServer
};
