import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  duckdbDialect
} from "./part-BA54K4XE.mjs";
import {
  databricksDialect
} from "./part-AGJNHEXO.mjs";
import {
  init_node_20_polyfills
} from "./part-KSWFSZFM.mjs";

// src/plan/dialect-of.ts
init_node_20_polyfills();
function dialectOf(target) {
  switch (target.tag) {
    case "embedded":
      return duckdbDialect(`${target.path}.staging`);
    case "unity_catalog": {
      const { volume, clustering, tableProperties } = target;
      const volumePath = `/Volumes/${volume.catalog}/${volume.schema}/${volume.volume}`;
      return databricksDialect({ volumePath, clustering, tableProperties });
    }
    default:
      return target;
  }
}

export {
  dialectOf
};
