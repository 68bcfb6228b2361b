import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  duckdbDialect
} from "./part-7YEYRCP4.mjs";
import {
  databricksDialect
} from "./part-JLYOQNEN.mjs";

// src/plan/dialect-of.ts
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
