import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  Lakehouse
} from "./part-HQTMI5D2.mjs";
import "./part-ZQTEAK6A.mjs";
export {
  Lakehouse
};
